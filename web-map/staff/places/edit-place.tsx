import { useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { Action } from '../../ui/use-action.ts';
import { OptionalReason } from '../parts/reason-fields.tsx';
import { useWords } from '../words/use-words.ts';
import { formOf, type PlacePatch, patchOf } from './place-form.ts';
import { PlaceFormPane } from './place-form-pane.tsx';

/** Changes a place; only what differs is sent. */
export function EditPlace({
  record,
  action,
  onSave,
  onReload,
  onClose,
}: {
  record: PlaceRecord;
  action: Action;
  onSave: (patch: PlacePatch) => Promise<boolean>;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words } = useWords();
  const [before] = useState(() => formOf(record));
  const [reason, setReason] = useState('');
  return (
    <PlaceFormPane
      id={record.id}
      heading={words.placeForm.editHeading(record.name)}
      initial={before}
      action={action}
      isSavable={(form) => Object.keys(patchOf(before, form)).length > 0}
      onSave={(form) =>
        void onSave({ ...patchOf(before, form), ...(reason.trim() !== '' && { reason: reason.trim() }) })
      }
      onReload={onReload}
      onClose={onClose}
    >
      <section class="card">
        <OptionalReason
          label={words.placeForm.why}
          hint={words.placeForm.whyHint}
          value={reason}
          onChange={setReason}
        />
      </section>
    </PlaceFormPane>
  );
}

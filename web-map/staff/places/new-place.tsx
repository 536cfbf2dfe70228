import { useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { call } from '../../session/session-store.ts';
import { useAction } from '../../ui/use-action.ts';
import { close } from '../state/address.ts';
import { newKey } from '../state/new-key.ts';
import { message } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { EMPTY_FORM, newPlaceOf } from './place-form.ts';
import { PlaceFormPane } from './place-form-pane.tsx';

/** Puts a place on the map. */
export function NewPlace({
  subdistrict,
  onSaved,
}: {
  subdistrict: string;
  onSaved: (record: PlaceRecord) => void;
}) {
  const { words } = useWords();
  const action = useAction();
  // One key for this form: sent twice, it is still one place.
  const [idempotencyKey] = useState(newKey);
  return (
    <PlaceFormPane
      heading={words.placeForm.newHeading}
      initial={EMPTY_FORM}
      action={action}
      isSavable={() => true}
      onSave={(form) =>
        void action.run(async () => {
          onSaved(await call('createPlace', { body: newPlaceOf(form, subdistrict), idempotencyKey }));
          message.value = words.place.created;
        })
      }
      onClose={() => close('place')}
    />
  );
}

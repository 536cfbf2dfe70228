import { useState } from 'preact/hooks';
import type { RequestOf } from '../../../shared/api/client.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { distancePhrase } from '../../i18n/phrases.ts';
import { call } from '../../session/session-store.ts';
import type { Action } from '../../ui/use-action.ts';
import { Refused, Unanswered } from '../parts/notice.tsx';
import { OptionalReason } from '../parts/reason-fields.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { categoryLine } from '../words/category-line.ts';
import { useWords } from '../words/use-words.ts';

const NEAR_METERS = 300;

/** Two entries of one place: this one goes, its address leads to the one that is picked here. */
export function MergePanel({
  record,
  action,
  onMerge,
  onReload,
  onClose,
}: {
  record: PlaceRecord;
  action: Action;
  onMerge: (body: RequestOf<'mergePlace'>['body']) => Promise<boolean>;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words, language } = useWords();
  const [into, setInto] = useState<string | undefined>(undefined);
  const [reason, setReason] = useState('');
  const [lng, lat] = record.position;
  const answer = useAnswer(record.id, async (signal) => {
    const near = await call('listNearbyPlaces', {
      query: { lng, lat, radiusMeters: NEAR_METERS, limit: 20 },
      signal,
    });
    return 'features' in near ? near.features.filter(({ id }) => id !== record.id) : [];
  });
  const survivor = answer.value?.find(({ id }) => id === into)?.properties.name;
  return (
    <ConfirmDialog
      title={words.place.mergeHeading}
      confirmLabel={words.place.mergeNow}
      isDanger
      isBlocked={into === undefined}
      onConfirm={async () => {
        if (into) await onMerge({ into, ...(reason.trim() !== '' && { reason: reason.trim() }) });
      }}
      onCancel={onClose}
    >
      <Unanswered answer={answer} rows={3} />
      {answer.value?.length === 0 && <p>{words.place.nothingNear}</p>}
      {answer.value && answer.value.length > 0 && (
        <>
          <ChoiceField
            label={words.place.mergeInto}
            layout="rows"
            value={into}
            onChange={setInto}
            choices={answer.value.map(({ id, properties }) => ({
              code: id,
              label: properties.name,
              hint: [
                distancePhrase(properties.distanceMeters, language),
                categoryLine(properties, language),
                properties.address,
              ]
                .filter((part) => part)
                .join(' · '),
            }))}
          />
          {survivor && <p class="notice-card">{words.place.mergeExplained(record.name, survivor)}</p>}
          <OptionalReason label={words.place.reason} value={reason} onChange={setReason} />
        </>
      )}
      <Refused error={action.error} onReload={onReload} />
    </ConfirmDialog>
  );
}

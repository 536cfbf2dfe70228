import { useState } from 'preact/hooks';
import type { RequestOf } from '../../../shared/api/client.ts';
import { localDateOf, momentOfLocalDate } from '../../../shared/calendar/shanghai-time.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { PublicReason } from '../parts/reason-fields.tsx';
import { now } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';

/** Shows a place as closed for a while: why, and from which day on it is open again. */
export function SuspendPanel({
  action,
  onSuspend,
  onReload,
  onClose,
}: {
  action: Action;
  onSuspend: (body: RequestOf<'suspendPlace'>['body']) => Promise<boolean>;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words } = useWords();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const isPast = until !== '' && until <= localDateOf(now.value);
  return (
    <ConfirmDialog
      title={words.place.suspendHeading}
      confirmLabel={words.place.suspend}
      isBlocked={reason.trim() === '' || isPast}
      onConfirm={async () => {
        await onSuspend({
          reason: reason.trim(),
          ...(until !== '' && { until: momentOfLocalDate(until).toISOString() }),
        });
      }}
      onCancel={onClose}
    >
      <PublicReason label={words.place.suspendReason} value={reason} onChange={setReason} />
      <TextField
        label={words.place.suspendUntil}
        hint={words.place.suspendUntilHint}
        error={isPast ? words.place.untilPast : undefined}
        isOptional
        type="date"
        value={until}
        onChange={setUntil}
      />
      <Refused error={action.error} onReload={onReload} />
    </ConfirmDialog>
  );
}

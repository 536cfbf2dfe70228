import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { PublicReason } from '../parts/reason-fields.tsx';
import { useWords } from '../words/use-words.ts';

/** Takes a place off the map for good, with a reason. */
export function RetirePanel({
  name,
  action,
  onRetire,
  onReload,
  onClose,
}: {
  name: string;
  action: Action;
  onRetire: (reason: string) => Promise<boolean>;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words } = useWords();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={words.place.retireHeading(name)}
      confirmLabel={words.place.retireNow}
      isDanger
      isBlocked={reason.trim() === ''}
      onConfirm={async () => {
        await onRetire(reason.trim());
      }}
      onCancel={onClose}
    >
      <p>{words.place.retireHint}</p>
      <PublicReason label={words.place.retireReason} value={reason} onChange={setReason} />
      <Refused error={action.error} onReload={onReload} />
    </ConfirmDialog>
  );
}

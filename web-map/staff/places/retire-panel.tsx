import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
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
      <TextArea
        label={words.place.retireReason}
        hint={words.place.reasonPublic}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={200}
      />
      <Refused error={action.error} onReload={onReload} />
    </ConfirmDialog>
  );
}

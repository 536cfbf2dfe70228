import { useState } from 'preact/hooks';
import type { GrantEntry } from '../../../shared/access/grant-entry.ts';
import { ROLE_WORDS } from '../../../shared/labels/role-words.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { call } from '../../session/session-store.ts';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { OptionalReason } from '../parts/reason-fields.tsx';
import { message } from '../state/page-state.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** Takes a role away, with a reason for the record. */
export function TakePanel({
  grant,
  onTaken,
  onClose,
}: {
  grant: GrantEntry;
  onTaken: () => void;
  onClose: () => void;
}) {
  const { words, language } = useWords();
  const action = useAction();
  const [reason, setReason] = useState('');
  const name = personWords(grant.person, words);
  const role = ROLE_WORDS[grant.role][language];
  return (
    <ConfirmDialog
      title={words.members.takeHeading(name, role)}
      confirmLabel={words.members.takeNow}
      isDanger
      onConfirm={async () => {
        const isDone = await action.run(() =>
          call('deleteGrant', {
            params: { id: grant.id },
            query: { reason: reason.trim() || undefined },
          }),
        );
        if (!isDone) return;
        message.value = words.members.taken(name, role);
        onTaken();
      }}
      onCancel={onClose}
    >
      <p>{words.members.takeHint}</p>
      <OptionalReason label={words.members.reason} value={reason} onChange={setReason} />
      <Refused error={action.error} />
    </ConfirmDialog>
  );
}

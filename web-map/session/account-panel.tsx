import { useSignal } from '@preact/signals';
import type { Me } from '../../shared/person/person.ts';
import { language, speak } from '../page-language.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { NicknameField } from './nickname-field.tsx';
import { RoleList } from './role-list.tsx';
import { saveOwnData } from './save-own-data.ts';
import { me, signOut } from './session-store.ts';
import { useSessionWords } from './use-session-words.ts';

/** Oneself: how one is called, what one may do, one's data, and the way out. */
export function AccountPanel({ onClose }: { onClose: () => void }) {
  const words = useSessionWords();
  const isDeleting = useSignal(false);
  const notice = useSignal('');
  const person = me.value;
  if (typeof person === 'string') return null;
  if (isDeleting.value) return <DeleteAccount onClose={() => (isDeleting.value = false)} />;
  return (
    <Panel title={words.account} closeLabel={words.close} onClose={onClose}>
      <NicknameField person={person} />
      <dl class="account-facts">
        <MemberCodeFact person={person} onCopied={() => (notice.value = words.copied)} />
        <div>
          <dt>{words.phone}</dt>
          <dd>{person.phoneMasked ?? words.noPhone}</dd>
        </div>
        <div>
          <dt>{words.roles}</dt>
          <dd>
            <RoleList grants={person.grants} />
          </dd>
        </div>
      </dl>
      <p role="status" class="panel-hint">
        {notice.value}
      </p>
      <div class="panel-actions">
        <Button icon="language" onClick={() => speak(language.value === 'zh' ? 'en' : 'zh')}>
          {language.value === 'zh' ? 'English' : '中文'}
        </Button>
        <Button onClick={() => void saveOwnData().catch(() => (notice.value = words.failed))}>
          {words.exportData}
        </Button>
        <Button onClick={() => void signOut().catch(() => (notice.value = words.failed))}>
          {words.signOut}
        </Button>
        <button type="button" class="link-danger" onClick={() => (isDeleting.value = true)}>
          {words.deleteAccount}
        </button>
      </div>
    </Panel>
  );
}

function MemberCodeFact({ person, onCopied }: { person: Me; onCopied: () => void }) {
  const words = useSessionWords();
  const { memberCode } = person;
  return (
    <div>
      <dt>{words.memberCode}</dt>
      <dd>
        <code class="member-code">{memberCode}</code>
        <button
          type="button"
          class="link-button"
          onClick={() => void navigator.clipboard?.writeText(memberCode).then(onCopied, () => {})}
        >
          {words.copy}
        </button>
        <small>{words.memberCodeHint}</small>
      </dd>
    </div>
  );
}

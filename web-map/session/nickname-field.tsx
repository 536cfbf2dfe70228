import { useSignal } from '@preact/signals';
import type { Me } from '../../shared/person/person.ts';
import { Button } from '../ui/button.tsx';
import { call, me } from './session-store.ts';
import { useSessionWords } from './use-session-words.ts';

/** What one is called by colleagues and reviewers. */
export function NicknameField({ person }: { person: Me }) {
  const words = useSessionWords();
  const text = useSignal(person.nickname ?? '');
  const notice = useSignal('');
  const save = async () => {
    notice.value = '';
    try {
      me.value = await call('updateMe', { body: { nickname: text.value.trim() || null } });
      notice.value = words.saved;
    } catch {
      notice.value = words.failed;
    }
  };
  return (
    <form
      class="nickname-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        <span>{words.nickname}</span>
        <input
          type="text"
          class="text-input"
          maxLength={20}
          value={text.value}
          placeholder={words.noNickname}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </label>
      <Button isDisabled={text.value.trim() === (person.nickname ?? '')} onClick={() => void save()}>
        {words.save}
      </Button>
      <small>{words.nicknameHint}</small>
      <span role="status" class="panel-hint">
        {notice.value}
      </span>
    </form>
  );
}

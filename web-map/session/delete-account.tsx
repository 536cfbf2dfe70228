import { useSignal } from '@preact/signals';
import { ApiError } from '../../shared/api/client.ts';
import { language } from '../page-language.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { call, leaveDevice } from './session-store.ts';
import { useSessionWords } from './use-session-words.ts';

/** Asks once more before an account is gone for good, and says what goes with it. */
export function DeleteAccount({ onClose }: { onClose: () => void }) {
  const words = useSessionWords();
  const refusal = useSignal('');
  const isBusy = useSignal(false);
  const remove = async () => {
    isBusy.value = true;
    try {
      await call('deleteMe');
      leaveDevice();
    } catch (error) {
      const title = error instanceof ApiError ? error.problem?.title[language.value] : undefined;
      refusal.value = title ?? words.failed;
      isBusy.value = false;
    }
  };
  return (
    <Panel
      title={words.deleteTitle}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button isDisabled={isBusy.value} onClick={() => void remove()}>
            {words.deleteConfirm}
          </Button>
        </>
      }
    >
      <p>{words.deleteHint}</p>
      <p role="alert">{refusal.value}</p>
    </Panel>
  );
}

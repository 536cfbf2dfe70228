import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useSessionWords } from './use-session-words.ts';
import { followSignIn, type Page, type ScanState } from './web-sign-in.ts';

/** A code to scan with WeChat, two digits to compare, and the time that is left. */
export function ScanToSignIn({ page }: { page: Page }) {
  const words = useSessionWords();
  const state = useSignal<ScanState>({ step: 'preparing' });
  const round = useSignal(0);
  const secondsLeft = useSignal(0);
  useEffect(() => followSignIn(page, state), [page, round.value]);
  useEffect(() => {
    const count = () => {
      if (state.value.step !== 'shown') return;
      secondsLeft.value = Math.max(
        0,
        Math.round((Date.parse(state.value.code.expiresAt) - Date.now()) / 1000),
      );
    };
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [state.value]);

  const current = state.value;
  if (current.step === 'preparing') {
    return (
      <div class="scan" aria-busy="true">
        <span class="scan-image skeleton bone" />
        <p role="status">{words.preparing}</p>
      </div>
    );
  }
  if (current.step !== 'shown') {
    const sentence = { expired: words.codeExpired, denied: words.denied, failed: words.failed }[current.step];
    return (
      <div class="scan">
        <p role="alert">{sentence}</p>
        <Button kind="primary" onClick={() => (round.value += 1)}>
          {current.step === 'failed' ? words.tryAgain : words.newCode}
        </Button>
      </div>
    );
  }
  const { qrImage, match } = current.code;
  return (
    <div class="scan">
      <p>
        <strong>{words.scan}</strong>
        <br />
        {words.scanHint}
      </p>
      <img class="scan-image" src={qrImage} alt={words.qrImage} width="220" height="220" />
      <p class="scan-match">
        {words.compare}
        <strong>{match}</strong>
      </p>
      <p class="panel-hint">{words.timeLeft(Math.floor(secondsLeft.value / 60), secondsLeft.value % 60)}</p>
    </div>
  );
}

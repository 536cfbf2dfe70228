import type { Signal } from '@preact/signals';
import type { WebSignIn } from '../../shared/person/web-sign-in.ts';
import { anonymousCall, signedIn } from './session-store.ts';

/** How a sign-in by scanning stands. */
export type ScanState =
  | { step: 'preparing' | 'expired' | 'denied' | 'failed' }
  | { step: 'shown'; code: WebSignIn };

export type Page = 'merchant' | 'staff' | 'planner';

/**
 * Shows a code and asks, at the interval that it was given, whether the phone has confirmed. Answers how to stop.
 * A poll that finds no network is made again: the code is still good.
 */
export const followSignIn = (page: Page, state: Signal<ScanState>): (() => void) => {
  let isStopped = false;
  const end = (step: 'expired' | 'denied' | 'failed') => {
    if (!isStopped) state.value = { step };
  };
  const run = async () => {
    state.value = { step: 'preparing' };
    const code = await anonymousCall('createWebSignIn', { body: { page } });
    if (isStopped) return;
    state.value = { step: 'shown', code };
    let { intervalSeconds } = code;
    while (!isStopped && Date.now() < Date.parse(code.expiresAt)) {
      await delay(intervalSeconds);
      if (isStopped) return;
      const answer = await anonymousCall('pollWebSignIn', { body: { deviceCode: code.deviceCode } }).catch(
        () => undefined,
      );
      if (!answer || isStopped) continue;
      if (answer.state === 'signed_in' && answer.me) {
        signedIn(answer.me);
        return;
      }
      if (answer.state === 'access_denied') return end('denied');
      if (answer.state === 'expired_token') return end('expired');
      intervalSeconds = answer.intervalSeconds;
    }
    end('expired');
  };
  run().catch(() => end('failed'));
  return () => {
    isStopped = true;
  };
};

const delay = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

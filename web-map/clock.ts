import { type ReadonlySignal, signal } from '@preact/signals';

/**
 * The present minute: it moves on at every full minute, and at once when a page that slept is looked at again.
 */
export function createClock(window: Window & typeof globalThis): ReadonlySignal<Date> {
  const now = signal(new window.Date());
  const tick = () => {
    now.value = new window.Date();
  };
  const schedule = () => {
    const untilNextMinute = 60_000 - (window.Date.now() % 60_000);
    window.setTimeout(() => {
      tick();
      schedule();
    }, untilNextMinute);
  };
  schedule();
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'visible') tick();
  });
  return now;
}

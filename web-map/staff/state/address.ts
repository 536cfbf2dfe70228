import { type ReadonlySignal, signal } from '@preact/signals';
import { readUrlState, type UrlState, writeUrlState } from './url-state.ts';

const state = signal(readUrlState(location.hash));

/** Where one is in the page, as its address says. */
export const url: ReadonlySignal<UrlState> = state;

const addressWith = (hash: string): string => location.pathname + location.search + hash;

/** Changes the address in place: filters and searches. The back button does not undo it. */
export const narrow = (change: Partial<UrlState>): void => {
  state.value = { ...state.value, ...change };
  history.replaceState(history.state, '', addressWith(writeUrlState(state.value)));
};

/** Goes somewhere: a step that the back button takes back. */
export const open = (change: Partial<UrlState>): void => {
  state.value = { ...state.value, ...change };
  history.pushState({ isStep: true }, '', addressWith(writeUrlState(state.value)));
};

/** Closes what is open: the way it was opened, or in place where the address came from elsewhere. */
export const close = (what: 'case' | 'place'): void => {
  if ((history.state as { isStep?: boolean } | null)?.isStep) history.back();
  else narrow({ [what]: undefined });
};

window.addEventListener('popstate', () => {
  state.value = readUrlState(location.hash);
});

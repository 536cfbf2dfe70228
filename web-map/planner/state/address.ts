import { type ReadonlySignal, signal } from '@preact/signals';
import { readUrlState, type UrlState, writeUrlState } from './url-state.ts';

const state = signal(readUrlState(location.hash));

/** What is asked and looked at, as the address of the page says. */
export const url: ReadonlySignal<UrlState> = state;

/** Changes the address in place: a slider in motion must not fill the history. */
export const narrow = (change: Partial<UrlState>): void => {
  state.value = { ...state.value, ...change };
  history.replaceState(history.state, '', addressWith(writeUrlState(state.value)));
};

/** Goes somewhere: a step that the back button takes back. */
export const open = (change: Partial<UrlState>): void => {
  state.value = { ...state.value, ...change };
  history.pushState(null, '', addressWith(writeUrlState(state.value)));
};

/** The whole address of a state that differs from the present one, to be shared. */
export const linkTo = (change: Partial<UrlState>): string =>
  location.origin + addressWith(writeUrlState({ ...state.value, ...change }));

const addressWith = (hash: string): string => location.pathname + location.search + hash;

window.addEventListener('popstate', () => {
  state.value = readUrlState(location.hash);
});

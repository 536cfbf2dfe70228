import { type ReadonlySignal, signal } from '@preact/signals';

/** What the address of a page says after its `#`, and how it is changed. */
export type PageAddress<State> = {
  url: ReadonlySignal<State>;
  /** Changes the address in place: filters, searches, a slider in motion. The back button does not undo it. */
  narrow(change: Partial<State>): void;
  /** Goes somewhere: a step that the back button takes back. */
  open(change: Partial<State>): void;
  /** Closes what is open: the way it was opened, or in place where the address came from elsewhere. */
  close(what: keyof State): void;
  /** The whole address of a state that differs from the present one, to be shared. */
  linkTo(change: Partial<State>): string;
};

/** Keeps a page's state and the address of the window in step. Called once by a page. */
export function createPageAddress<State extends object>(
  read: (hash: string) => State,
  write: (state: State) => string,
): PageAddress<State> {
  const state = signal(read(location.hash));
  const changed = (change: Partial<State>): State => ({ ...state.value, ...change });
  const addressOf = (next: State): string => location.pathname + location.search + write(next);
  const narrow = (change: Partial<State>) => {
    state.value = changed(change);
    history.replaceState(history.state, '', addressOf(state.value));
  };
  window.addEventListener('popstate', () => {
    state.value = read(location.hash);
  });
  return {
    url: state,
    narrow,
    open(change) {
      state.value = changed(change);
      history.pushState({ isStep: true }, '', addressOf(state.value));
    },
    close(what) {
      if ((history.state as { isStep?: boolean } | null)?.isStep) history.back();
      else narrow({ [what]: undefined } as Partial<State>);
    },
    linkTo: (change) => location.origin + addressOf(changed(change)),
  };
}

import { type Signal, signal } from '@preact/signals';

/** Something that comes from the server. What was there stays visible while it is loaded again. */
export type Loaded<Value> = {
  status: 'loading' | 'ready' | 'failed';
  value?: Value;
  error?: unknown;
};

export type Loader<Value> = {
  state: Signal<Loaded<Value>>;
  load(): Promise<void>;
  set(value: Value): void;
};

/** Keeps what `read` answers; an answer that has been overtaken by a newer one is dropped. */
export const createLoader = <Value>(read: () => Promise<Value>): Loader<Value> => {
  const state = signal<Loaded<Value>>({ status: 'loading' });
  let newest = 0;
  return {
    state,
    async load() {
      newest += 1;
      const own = newest;
      const { error: _, ...before } = state.peek();
      state.value = { ...before, status: 'loading' };
      try {
        const value = await read();
        if (own === newest) state.value = { status: 'ready', value };
      } catch (error) {
        if (own === newest) state.value = { ...before, status: 'failed', error };
      }
    },
    set(value) {
      newest += 1;
      state.value = { status: 'ready', value };
    },
  };
};

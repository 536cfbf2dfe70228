import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

type State<Value> = { key: string; value?: Value; error?: unknown; isLoading: boolean };

/** What the server answered to a question, or that it is still asked. */
export type Answer<Value> = {
  value: Value | undefined;
  error: unknown;
  isLoading: boolean;
  /** Asks again; what is shown stays until the answer is there. */
  reload: () => Promise<void>;
  /** Puts an answer of a write in its place. */
  replace: (value: Value) => void;
};

/** Asks the server, again whenever the key changes; an answer to an older question is dropped. */
export function useAnswer<Value>(key: string, ask: (signal: AbortSignal) => Promise<Value>): Answer<Value> {
  const [state, setState] = useState<State<Value>>({ key, isLoading: true });
  const newest = useRef({ key, ask });
  newest.current = { key, ask };
  const asking = useRef<AbortController | undefined>(undefined);

  const load = useCallback(async () => {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    const { key, ask } = newest.current;
    setState((before) => (before.key === key ? { ...before, isLoading: true } : { key, isLoading: true }));
    try {
      const value = await ask(controller.signal);
      if (!controller.signal.aborted) setState({ key, value, isLoading: false });
    } catch (error) {
      if (!controller.signal.aborted) setState((before) => ({ ...before, key, error, isLoading: false }));
    }
  }, []);
  useEffect(() => {
    void load();
    return () => asking.current?.abort();
  }, [key]);

  const current = state.key === key ? state : { key, isLoading: true };
  return {
    value: current.value,
    error: current.error,
    isLoading: current.isLoading,
    reload: load,
    replace: useCallback((value: Value) => {
      setState({ key: newest.current.key, value, isLoading: false });
    }, []),
  };
}

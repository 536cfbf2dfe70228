import { useState } from 'preact/hooks';

/** A write on its way: nothing changes on the screen before the server has answered. */
export type Action = {
  isBusy: boolean;
  /** What the last one was rejected with. */
  error: unknown;
  /** Does it; answers whether it was done. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  forget: () => void;
};

/** One write at a time, and why the last one did not go through. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  return {
    isBusy,
    error,
    forget: () => setError(undefined),
    async run(act) {
      setBusy(true);
      setError(undefined);
      try {
        await act();
        return true;
      } catch (thrown) {
        setError(thrown);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

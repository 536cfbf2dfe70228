import { useState } from 'preact/hooks';
import { language } from '../../page-language.ts';
import { problemSentence } from './problem-sentence.ts';

/** A write on its way: nothing changes on the screen before the server has answered. */
export type Action = {
  isBusy: boolean;
  problem: string | undefined;
  /** Does it; answers whether it was done. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
};

export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  return {
    isBusy,
    problem: error === undefined ? undefined : problemSentence(error, language.value),
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

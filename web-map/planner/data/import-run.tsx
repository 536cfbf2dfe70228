import { useEffect, useState } from 'preact/hooks';
import type { Crs } from '../../../shared/geo/position.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { reloadData } from '../state/data-store.ts';
import { message } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { type Finding, Findings } from './findings.tsx';
import { preview } from './preview.ts';

/** What every import answers. */
export type ImportAnswer = { findings: readonly Finding[]; likelyCrs?: Crs | undefined };

/** A dry run, what it found and would draw, and only then the writing. `key` it by what is sent. */
export function ImportRun<Found extends ImportAnswer>({
  send,
  countOf,
  said,
  draw,
  isReady,
  isNothingWritten = false,
}: {
  send: (isDryRun: boolean) => Promise<Found>;
  countOf: (found: Found) => number;
  said: (count: number) => string;
  draw: (found: Found) => void;
  isReady: boolean;
  /** Whether nothing may be written too, so that what was there goes. */
  isNothingWritten?: boolean;
}) {
  const { words } = useWords();
  const action = useAction();
  const [answer, setAnswer] = useState<Found | undefined>(undefined);
  useEffect(
    () => () => {
      preview.value = undefined;
    },
    [],
  );
  const check = () =>
    action.run(async () => {
      const found = await send(true);
      setAnswer(found);
      draw(found);
    });
  const write = async () => {
    const isDone = await action.run(() => send(false));
    if (!isDone) return;
    preview.value = undefined;
    setAnswer(undefined);
    message.value = words.data.written;
    await reloadData();
  };
  const count = answer ? countOf(answer) : 0;
  const hasErrors = answer?.findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <div class="button-row">
        <Button
          kind={answer ? 'default' : 'primary'}
          isDisabled={!isReady || action.isBusy}
          onClick={() => void check()}
        >
          {words.data.check}
        </Button>
        {answer && !hasErrors && (count > 0 || isNothingWritten) && (
          <Button kind="primary" isDisabled={action.isBusy} onClick={() => void write()}>
            {words.data.write}
          </Button>
        )}
      </div>
      <Refused error={action.error} />
      {answer && (
        <div aria-live="polite">
          <p class="block-hint">{count > 0 || isNothingWritten ? said(count) : words.data.nothing}</p>
          {answer.likelyCrs && (
            <p class="notice-card">{words.data.likelyCrs(words.data.crsChoice[answer.likelyCrs])}</p>
          )}
          <Findings findings={answer.findings} />
        </div>
      )}
    </>
  );
}

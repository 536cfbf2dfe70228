import { useEffect, useState } from 'preact/hooks';
import type { Crs } from '../../../shared/geo/position.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
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
  ask,
  placeOf,
  onCrs,
  isReady,
  isNothingWritten = false,
}: {
  send: (isDryRun: boolean) => Promise<Found>;
  countOf: (found: Found) => number;
  /** What writing would do. */
  said: (found: Found) => string;
  draw: (found: Found) => void;
  /** What has to be answered before it is written, of what replaces something. */
  ask?: (found: Found) => string | undefined;
  /** Where in its file something stands that was found. */
  placeOf: (at: number) => string;
  /** Takes the system of coordinates that the file seems to be in. */
  onCrs?: (crs: Crs) => void;
  isReady: boolean;
  /** Whether nothing may be written too, so that what was there goes. */
  isNothingWritten?: boolean;
}) {
  const { words } = useWords();
  const action = useAction();
  const [answer, setAnswer] = useState<Found | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
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
    setAsked(false);
    if (!isDone) return;
    preview.value = undefined;
    setAnswer(undefined);
    message.value = words.data.written;
    await reloadData();
  };
  const count = answer ? countOf(answer) : 0;
  const question = answer && ask?.(answer);
  const errors = answer?.findings.filter(({ severity }) => severity === 'error').length ?? 0;
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
        {answer && errors === 0 && (count > 0 || isNothingWritten) && (
          <Button
            kind="primary"
            isDisabled={action.isBusy}
            onClick={() => (question ? setAsked(true) : void write())}
          >
            {words.data.write}
          </Button>
        )}
      </div>
      <Refused error={action.error} />
      {isAsked && question && (
        <ConfirmDialog
          title={question}
          confirmLabel={words.data.write}
          cancelLabel={words.cancel}
          isDanger
          onCancel={() => setAsked(false)}
          onConfirm={write}
        >
          <p>{words.data.replaceAsk}</p>
        </ConfirmDialog>
      )}
      {answer && (
        <div aria-live="polite">
          <p class={errors > 0 ? 'block-hint import-blocked' : 'block-hint'}>
            {errors > 0
              ? words.data.blocked(errors)
              : count > 0 || isNothingWritten
                ? said(answer)
                : words.data.nothing}
          </p>
          {answer.likelyCrs && <LikelyCrs crs={answer.likelyCrs} onChoose={onCrs} />}
          <Findings findings={answer.findings} placeOf={placeOf} />
        </div>
      )}
    </>
  );
}

/** That a file seems to be in another system of coordinates, and one press to read it so. */
function LikelyCrs({ crs, onChoose }: { crs: Crs; onChoose: ((crs: Crs) => void) | undefined }) {
  const { words } = useWords();
  const name = words.data.crsChoice[crs];
  return (
    <div class="notice-card">
      <p>{words.data.likelyCrs(name)}</p>
      {onChoose && <Button onClick={() => onChoose(crs)}>{words.data.takeCrs(name)}</Button>}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { Area } from '../../../shared/area/area.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../parts/notice.tsx';
import { narrow } from '../state/address.ts';
import { reloadData } from '../state/data-store.ts';
import { message } from '../state/page-state.ts';
import { useAction } from '../state/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { type Finding, Findings } from './findings.tsx';
import { pictureOfAreas, preview } from './preview.ts';

type Answer = { areas: Area[]; findings: readonly Finding[]; likelyCrs?: Crs | undefined };

/** A dry run, what it found and would draw, and only then the writing. `key` it by what is sent. */
export function ImportRun({
  send,
  said,
  isReady,
}: {
  send: (isDryRun: boolean) => Promise<Answer>;
  said: (areas: number) => string;
  isReady: boolean;
}) {
  const { words } = useWords();
  const action = useAction();
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
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
      const [first] = found.areas;
      if (first) narrow({ areaKind: first.kind });
      preview.value = pictureOfAreas(found.areas);
    });
  const write = async () => {
    const isDone = await action.run(() => send(false));
    if (!isDone) return;
    preview.value = undefined;
    setAnswer(undefined);
    message.value = words.data.written;
    await reloadData();
  };
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
        {answer && !hasErrors && answer.areas.length > 0 && (
          <Button kind="primary" isDisabled={action.isBusy} onClick={() => void write()}>
            {words.data.write}
          </Button>
        )}
      </div>
      <Refused sentence={action.problem} />
      {answer && (
        <div aria-live="polite">
          <p class="block-hint">{answer.areas.length > 0 ? said(answer.areas.length) : words.data.nothing}</p>
          {answer.likelyCrs && (
            <p class="notice-card">{words.data.likelyCrs(words.data.crsChoice[answer.likelyCrs])}</p>
          )}
          <Findings findings={answer.findings} />
        </div>
      )}
    </>
  );
}

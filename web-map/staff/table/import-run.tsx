import type { Crs } from '../../../shared/geo/position.ts';
import { problemSentence } from '../../i18n/problem-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { open } from '../state/address.ts';
import { useWords } from '../words/use-words.ts';
import { Findings } from './findings.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { Run, TableToImport, useImport } from './use-import.ts';

const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;

/** The dry run, what it found, the writing: each with its progress and a way to stop. */
export function ImportRun({
  table,
  importing,
  onTakeCrs,
}: {
  table: TableToImport;
  importing: ReturnType<typeof useImport>;
  onTakeCrs: (crs: Crs) => void;
}) {
  const { words, language } = useWords();
  const { run, check, write, goOn, stop } = importing;
  if (!run)
    return (
      <div class="run-actions">
        <Button kind="primary" onClick={() => void check(table)}>
          {words.table.check(table.rows.length)}
        </Button>
        <p class="quiet">{words.table.checkHint}</p>
      </div>
    );
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: run.results.filter((row) => row.outcome === outcome).length,
  }));
  const toWrite = run.results.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
  const isUnfinished = run.state === 'stopped' || run.state === 'failed';
  return (
    <div class="run">
      <Progress run={run} onStop={stop} />
      {isUnfinished && (
        <div class="refused" role="alert">
          <p>
            {run.state === 'failed'
              ? words.table.failed(run.doneRows, problemSentence(run.error, words, language))
              : words.table.stopped(run.doneRows)}
          </p>
          <Button kind="primary" onClick={() => void goOn(table)}>
            {words.table.goOn}
          </Button>
        </div>
      )}
      <dl class="outcomes">
        {counts.map(({ outcome, count }) => (
          <div key={outcome} class={`outcome-${outcome}`}>
            <dt>{words.table[run.isDryRun ? 'would' : 'did'][outcome]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {run.likelyCrs && run.likelyCrs !== table.crs && run.isDryRun && (
        <div class="notice-card" role="alert">
          <p>{words.table.likelyCrs(words.table.crs[run.likelyCrs])}</p>
          <Button onClick={() => onTakeCrs(run.likelyCrs as Crs)}>
            {words.table.takeCrs(words.table.crs[run.likelyCrs])}
          </Button>
        </div>
      )}
      <ImportPreview results={run.results} isWhole={run.state !== 'running'} />
      <Findings results={run.results} />
      {run.state === 'done' && run.isDryRun && (
        <div class="run-actions">
          <Button kind="primary" isDisabled={toWrite === 0} onClick={() => void write(table)}>
            {toWrite === 0 ? words.table.nothingToWrite : words.table.write(toWrite)}
          </Button>
          <p class="quiet">{words.table.writeHint}</p>
        </div>
      )}
      {run.state === 'done' && !run.isDryRun && (
        <div class="run-actions">
          <p role="status">
            <strong>{words.table.written(toWrite)}</strong>
          </p>
          <Button onClick={() => open({ section: 'places', place: undefined })}>
            {words.table.seePlaces}
          </Button>
        </div>
      )}
    </div>
  );
}

function Progress({ run, onStop }: { run: Run; onStop: () => void }) {
  const { words } = useWords();
  const text = words.table[run.isDryRun ? 'checking' : 'writing'](run.doneRows, run.totalRows);
  if (run.state !== 'running') return null;
  return (
    <div class="progress">
      <progress max={run.totalRows} value={run.doneRows} aria-label={text} />
      <p role="status">{text}</p>
      <Button onClick={onStop}>{words.table.stop}</Button>
    </div>
  );
}

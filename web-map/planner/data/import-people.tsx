import { useState } from 'preact/hooks';
import type { Area, AreaKind } from '../../../shared/area/area.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import { call } from '../../session/session-store.ts';
import { readInWorker } from '../../table-file/read-in-worker.ts';
import type { FileRow } from '../../table-file/row.ts';
import { Segments } from '../parts/segments.tsx';
import { now, subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewAreas } from './preview.ts';
import { SourceFields } from './source-fields.tsx';

/** So many rows are taken: twice as many as there can be areas. */
const MOST_ROWS = 500;

/** People by area from CSV or Excel; the first row names the columns. */
export function ImportPeople() {
  const { words } = useWords();
  const [kind, setKind] = useState<AreaKind>('neighbourhood');
  const [file, setFile] = useState<{ name: string; rows: FileRow[] } | undefined>(undefined);
  const [isReading, setReading] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [source, setSource] = useState({ name: '', date: localDateOf(now.peek()), illustrative: false });

  const choose = async (chosen: File) => {
    setFile(undefined);
    setRefused(false);
    setReading(true);
    try {
      const rows = await readInWorker(chosen);
      if (rows.length > 1 + MOST_ROWS) return setRefused(true);
      setFile({ name: chosen.name, rows });
      if (!source.name) setSource({ ...source, name: chosen.name.replace(/\.\w+$/, '') });
    } catch {
      setRefused(true);
    } finally {
      setReading(false);
    }
  };
  const code = subdistrict.value?.id;
  return (
    <section class="block">
      <h2>{words.data.peopleHeading}</h2>
      <p class="block-hint">{words.data.peopleHint}</p>
      <Segments<AreaKind>
        label={words.areaKind}
        options={(['grid', 'neighbourhood'] as const).map((each) => ({
          code: each,
          word: words.areaKinds[each],
        }))}
        chosen={kind}
        onChoose={setKind}
      />
      <FileChoice accept=".csv,.xlsx" name={file?.name} onChoose={(chosen) => void choose(chosen)} />
      <p role="status" class={isReading ? 'block-hint' : 'visually-hidden'}>
        {isReading && words.data.reading}
      </p>
      {isRefused && <p role="alert">{words.data.refused}</p>}
      {file && code && (
        <>
          <SourceFields source={source} onChange={setSource} />
          <ImportRun<ImportAnswer & { areas: Area[] }>
            key={JSON.stringify([file.name, file.rows.length, kind, source])}
            isReady={source.name.trim() !== '' && source.date !== ''}
            countOf={({ areas }) => areas.length}
            said={words.data.previewPeople}
            draw={({ areas }) => previewAreas(areas)}
            send={(isDryRun) =>
              call('importPeople', {
                params: { code },
                body: {
                  kind,
                  source,
                  header: file.rows[0]?.cells ?? [],
                  rows: file.rows.slice(1).map(({ line, cells }) => ({ line: Math.max(1, line), cells })),
                  isDryRun,
                },
              })
            }
          />
        </>
      )}
    </section>
  );
}

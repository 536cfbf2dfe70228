import { useState } from 'preact/hooks';
import type { Area, AreaKind } from '../../../shared/area/area.ts';
import type { PeopleEffect } from '../../../shared/area/people-effect.ts';
import { call } from '../../session/session-store.ts';
import { readInWorker } from '../../table-file/read-in-worker.ts';
import type { FileRow } from '../../table-file/row.ts';
import { AreaKindChoice } from '../parts/area-kind-choice.tsx';
import { subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { effectPhrase } from './effect-phrase.ts';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { PeopleTemplate } from './people-template.tsx';
import { previewAreas } from './preview.ts';
import type { Refusal } from './read-collection.ts';
import { SourceFields } from './source-fields.tsx';
import { useChosenFile } from './use-chosen-file.ts';

/** So many rows are taken: twice as many as there can be areas. */
const MOST_ROWS = 500;

/** People by area from CSV or Excel; the first row names the columns. */
export function ImportPeople() {
  const { words, language } = useWords();
  const [kind, setKind] = useState<AreaKind>('neighbourhood');
  const { file, refusal, isReading, choose, source, setSource, isSourced } = useChosenFile(readRows);
  const code = subdistrict.value?.id;
  return (
    <section class="block">
      <h2>{words.data.peopleHeading}</h2>
      <p class="block-hint">{words.data.peopleHint}</p>
      <AreaKindChoice label={words.data.peopleOfLevel} chosen={kind} onChoose={setKind} />
      <PeopleTemplate kind={kind} />
      <FileChoice accept=".csv,.xlsx" name={file?.name} onChoose={choose} />
      <p role="status" class={isReading ? 'block-hint' : 'visually-hidden'}>
        {isReading && words.data.reading}
      </p>
      {refusal && <p role="alert">{words.data.refused}</p>}
      {file && code && (
        <>
          <SourceFields source={source} onChange={setSource} />
          <ImportRun<ImportAnswer & { areas: Area[]; effect: PeopleEffect }>
            key={JSON.stringify([file.name, file.content.length, kind, source])}
            isReady={isSourced}
            countOf={({ areas }) => areas.length}
            said={({ areas, effect }) => effectPhrase(effect, areas.length, language)}
            placeOf={words.data.placeOfRow}
            draw={({ areas }) => previewAreas(areas)}
            send={(isDryRun) =>
              call('importPeople', {
                params: { code },
                body: {
                  kind,
                  source,
                  header: file.content[0]?.cells ?? [],
                  rows: file.content.slice(1).map(({ line, cells }) => ({ line: Math.max(1, line), cells })),
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

const readRows = async (file: File): Promise<FileRow[] | Refusal> => {
  const rows = await readInWorker(file);
  return rows.length > 1 + MOST_ROWS ? 'too_large' : rows;
};

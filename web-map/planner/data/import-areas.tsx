import { useState } from 'preact/hooks';
import type { Area, AreaKind } from '../../../shared/area/area.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { call } from '../../session/session-store.ts';
import { AreaKindChoice } from '../parts/area-kind-choice.tsx';
import { subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { CrsField } from './crs-field.tsx';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewAreas } from './preview.ts';
import { readCollection } from './read-collection.ts';
import { SourceFields } from './source-fields.tsx';
import { useChosenFile } from './use-chosen-file.ts';

const MOST_BYTES = 5_000_000;

/** Borders from GeoJSON: a kind, a declared system of coordinates, a source; drawn before they are stored. */
export function ImportAreas() {
  const { words } = useWords();
  const [kind, setKind] = useState<AreaKind>('grid');
  const [crs, setCrs] = useState<Crs | ''>('');
  const { file, refusal, choose, source, setSource, isSourced } = useChosenFile((chosen) =>
    readCollection(chosen, MOST_BYTES),
  );
  const code = subdistrict.value?.id;
  return (
    <section class="block">
      <h2>{words.data.bordersHeading}</h2>
      <p class="block-hint">{words.data.bordersHint}</p>
      <AreaKindChoice label={words.data.bordersOf} chosen={kind} onChoose={setKind} />
      <FileChoice accept=".geojson,.json" name={file?.name} onChoose={choose} />
      {refusal && <p role="alert">{refusal === 'too_large' ? words.data.tooLarge : words.data.refused}</p>}
      {file && code && (
        <>
          <CrsField value={crs} onChange={setCrs} />
          <SourceFields source={source} onChange={setSource} />
          <ImportRun<ImportAnswer & { areas: Area[] }>
            key={JSON.stringify([file.name, file.content.features.length, kind, crs, source])}
            isReady={crs !== '' && isSourced}
            countOf={({ areas }) => areas.length}
            said={({ areas }) => words.data.preview(areas.length)}
            placeOf={words.data.placeOfArea}
            onCrs={setCrs}
            draw={({ areas }) => previewAreas(areas)}
            send={(isDryRun) =>
              call('importAreas', {
                params: { code },
                body: { kind, crs: crs as Crs, source, collection: file.content, isDryRun },
              })
            }
          />
        </>
      )}
    </section>
  );
}

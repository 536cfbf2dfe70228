import { useState } from 'preact/hooks';
import type { Building } from '../../../shared/area/area.ts';
import { MOST_BUILDINGS } from '../../../shared/area/area-limits.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { call } from '../../session/session-store.ts';
import { data } from '../state/data-store.ts';
import { subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { CrsField } from './crs-field.tsx';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewBuildings } from './preview.ts';
import { readBuildings } from './read-buildings.ts';
import { RemoveBuildings } from './remove-buildings.tsx';
import { SourceFields } from './source-fields.tsx';
import { useChosenFile } from './use-chosen-file.ts';

/** Residential buildings from GeoJSON, points or polygons with their people; drawn before they are stored. */
export function ImportBuildings() {
  const { words } = useWords();
  const [crs, setCrs] = useState<Crs | ''>('');
  const { file, refusal, choose, source, setSource, isSourced } = useChosenFile(readBuildings);
  const code = subdistrict.value?.id;
  const before = data.value?.buildings.length ?? 0;
  const replacing = (buildings: number) => words.data.previewBuildings(buildings, before);
  return (
    <section class="block">
      <h2>{words.data.buildingsHeading}</h2>
      <p class="block-hint">{words.data.buildingsHint(MOST_BUILDINGS)}</p>
      <RemoveBuildings />
      <FileChoice accept=".geojson,.json" name={file?.name} onChoose={choose} />
      {refusal && (
        <p role="alert">
          {refusal === 'too_large' ? words.data.tooManyBuildings(MOST_BUILDINGS) : words.data.refused}
        </p>
      )}
      {file && code && (
        <>
          <CrsField value={crs} onChange={setCrs} />
          <SourceFields source={source} onChange={setSource} />
          <ImportRun<ImportAnswer & { buildings: Building[] }>
            key={JSON.stringify([file.name, file.content.features.length, crs, source])}
            isNothingWritten={file.content.features.length === 0}
            isReady={crs !== '' && isSourced}
            countOf={({ buildings }) => buildings.length}
            said={({ buildings }) => replacing(buildings.length)}
            ask={({ buildings }) => (before > 0 ? replacing(buildings.length) : undefined)}
            placeOf={words.data.placeOfBuilding}
            onCrs={setCrs}
            draw={({ buildings }) => previewBuildings(buildings)}
            send={(isDryRun) =>
              call('importBuildings', {
                params: { code },
                body: { crs: crs as Crs, source, collection: file.content, isDryRun },
              })
            }
          />
        </>
      )}
    </section>
  );
}

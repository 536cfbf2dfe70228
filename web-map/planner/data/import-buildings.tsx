import { useState } from 'preact/hooks';
import type { Building } from '../../../shared/area/area.ts';
import { MOST_BUILDING_BYTES, MOST_BUILDINGS } from '../../../shared/area/area-limits.ts';
import { shortBuilding } from '../../../shared/area/building-feature.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { call } from '../../session/session-store.ts';
import { data } from '../state/data-store.ts';
import { subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { CrsField } from './crs-field.tsx';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewBuildings } from './preview.ts';
import { type Collection, type Refusal, readCollection } from './read-collection.ts';
import { RemoveBuildings } from './remove-buildings.tsx';
import { SourceFields } from './source-fields.tsx';
import { useChosenFile } from './use-chosen-file.ts';

/** Of the file: polygons are sent as points. */
const MOST_FILE_BYTES = 40_000_000;

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

/** The points and people of a file alone: its polygons may be many times as large. */
const readBuildings = async (file: File): Promise<Collection | Refusal> => {
  const read = await readCollection(file, MOST_FILE_BYTES);
  if (typeof read === 'string') return read;
  const features = read.features.map(shortBuilding);
  const isTooLarge =
    features.length > MOST_BUILDINGS || JSON.stringify(features).length > MOST_BUILDING_BYTES * 0.95;
  return isTooLarge ? 'too_large' : { type: 'FeatureCollection', features };
};

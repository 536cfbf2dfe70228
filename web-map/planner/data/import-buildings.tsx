import { useState } from 'preact/hooks';
import type { Building } from '../../../shared/area/area.ts';
import { MOST_BUILDING_BYTES, MOST_BUILDINGS } from '../../../shared/area/area-limits.ts';
import { shortBuilding } from '../../../shared/area/building-feature.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { call } from '../../session/session-store.ts';
import { SelectField } from '../parts/select-field.tsx';
import { now, subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewBuildings } from './preview.ts';
import { RemoveBuildings } from './remove-buildings.tsx';
import { SourceFields } from './source-fields.tsx';

type Collection = { type: 'FeatureCollection'; features: unknown[] };

/** Of the file: polygons are sent as points. */
const MOST_FILE_BYTES = 40_000_000;

/** Residential buildings from GeoJSON, points or polygons with their people; drawn before they are stored. */
export function ImportBuildings() {
  const { words } = useWords();
  const [crs, setCrs] = useState<Crs | ''>('');
  const [file, setFile] = useState<{ name: string; collection: Collection } | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [source, setSource] = useState({ name: '', date: localDateOf(now.peek()), illustrative: false });

  const choose = async (chosen: File) => {
    setFile(undefined);
    setRefused(undefined);
    if (chosen.size > MOST_FILE_BYTES) return setRefused(words.data.tooManyBuildings(MOST_BUILDINGS));
    try {
      const read = JSON.parse((await chosen.text()).replace(/^\ufeff/, '')) as Partial<Collection> | null;
      if (read?.type !== 'FeatureCollection' || !Array.isArray(read.features)) throw new SyntaxError();
      const features = read.features.map(shortBuilding);
      if (features.length > MOST_BUILDINGS || JSON.stringify(features).length > MOST_BUILDING_BYTES * 0.95)
        return setRefused(words.data.tooManyBuildings(MOST_BUILDINGS));
      setFile({ name: chosen.name, collection: { type: 'FeatureCollection', features } });
      if (!source.name) setSource({ ...source, name: chosen.name.replace(/\.\w+$/, '') });
    } catch {
      setRefused(words.data.refused);
    }
  };
  const code = subdistrict.value?.id;
  return (
    <section class="block">
      <h2>{words.data.buildingsHeading}</h2>
      <p class="block-hint">{words.data.buildingsHint(MOST_BUILDINGS)}</p>
      <RemoveBuildings />
      <FileChoice accept=".geojson,.json" name={file?.name} onChoose={(chosen) => void choose(chosen)} />
      {refused && <p role="alert">{refused}</p>}
      {file && code && (
        <>
          <SelectField label={words.data.crs} value={crs} onChange={(next) => setCrs(next as Crs)}>
            <option value="" disabled>
              {words.data.crsAsk}
            </option>
            {(Object.keys(words.data.crsChoice) as Crs[]).map((each) => (
              <option key={each} value={each}>
                {words.data.crsChoice[each]}
              </option>
            ))}
          </SelectField>
          <SourceFields source={source} onChange={setSource} />
          <ImportRun<ImportAnswer & { buildings: Building[] }>
            key={JSON.stringify([file.name, file.collection.features.length, crs, source])}
            isNothingWritten={file.collection.features.length === 0}
            isReady={crs !== '' && source.name.trim() !== '' && source.date !== ''}
            countOf={({ buildings }) => buildings.length}
            said={words.data.previewBuildings}
            draw={({ buildings }) => previewBuildings(buildings)}
            send={(isDryRun) =>
              call('importBuildings', {
                params: { code },
                body: { crs: crs as Crs, source, collection: file.collection, isDryRun },
              })
            }
          />
        </>
      )}
    </section>
  );
}

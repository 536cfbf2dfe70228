import { useState } from 'preact/hooks';
import type { Area, AreaKind } from '../../../shared/area/area.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { call } from '../../session/session-store.ts';
import { Segments } from '../parts/segments.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { now, subdistrict } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';
import { FileChoice } from './file-choice.tsx';
import { type ImportAnswer, ImportRun } from './import-run.tsx';
import { previewAreas } from './preview.ts';
import { SourceFields } from './source-fields.tsx';

type Collection = { type: 'FeatureCollection'; features: unknown[] };

const MOST_BYTES = 5_000_000;

/** Borders from GeoJSON: a kind, a declared system of coordinates, a source; drawn before they are stored. */
export function ImportAreas() {
  const { words } = useWords();
  const [kind, setKind] = useState<AreaKind>('grid');
  const [crs, setCrs] = useState<Crs | ''>('');
  const [file, setFile] = useState<{ name: string; collection: Collection } | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [source, setSource] = useState({ name: '', date: localDateOf(now.peek()), illustrative: false });

  const choose = async (chosen: File) => {
    setFile(undefined);
    setRefused(undefined);
    if (chosen.size > MOST_BYTES) return setRefused(words.data.tooLarge);
    try {
      const read = JSON.parse((await chosen.text()).replace(/^\ufeff/, '')) as Partial<Collection> | null;
      if (read?.type !== 'FeatureCollection' || !Array.isArray(read.features)) throw new SyntaxError();
      setFile({ name: chosen.name, collection: read as Collection });
      if (!source.name) setSource({ ...source, name: chosen.name.replace(/\.\w+$/, '') });
    } catch {
      setRefused(words.data.refused);
    }
  };
  const code = subdistrict.value?.id;
  return (
    <section class="block">
      <h2>{words.data.bordersHeading}</h2>
      <p class="block-hint">{words.data.bordersHint}</p>
      <Segments<AreaKind>
        label={words.areaKind}
        options={(['grid', 'neighbourhood'] as const).map((each) => ({
          code: each,
          word: words.areaKinds[each],
        }))}
        chosen={kind}
        onChoose={setKind}
      />
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
          <ImportRun<ImportAnswer & { areas: Area[] }>
            key={JSON.stringify([file.name, file.collection.features.length, kind, crs, source])}
            isReady={crs !== '' && source.name.trim() !== '' && source.date !== ''}
            countOf={({ areas }) => areas.length}
            said={words.data.preview}
            draw={({ areas }) => previewAreas(areas)}
            send={(isDryRun) =>
              call('importAreas', {
                params: { code },
                body: { kind, crs: crs as Crs, source, collection: file.collection, isDryRun },
              })
            }
          />
        </>
      )}
    </section>
  );
}

import type { AreaKind } from '../../../shared/area/area.ts';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import { csvLine } from '../../../shared/place/csv.ts';
import { saveFile } from '../report/save-file.ts';
import { data } from '../state/data-store.ts';
import { useWords } from '../words/use-words.ts';

/** An empty table of the areas of a kind, to be filled in and imported. */
export function PeopleTemplate({ kind }: { kind: AreaKind }) {
  const { words } = useWords();
  const areas = (data.value?.areas ?? []).filter((area) => area.kind === kind);
  if (areas.length === 0) return null;
  const save = () => {
    const lines = [
      ['code', 'name', ...DEMAND_LAYERS],
      ...areas.map(({ code, name }) => [code, name, ...DEMAND_LAYERS.map(() => '')]),
    ];
    // Excel takes what has no such mark for another encoding.
    saveFile(`people-${kind}.csv`, new Blob([`\uFEFF${lines.map(csvLine).join('')}`], { type: 'text/csv' }));
  };
  return (
    <button type="button" class="plain-button" onClick={save}>
      {words.data.template}
    </button>
  );
}

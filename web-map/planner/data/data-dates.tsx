import type { Area, DataSource, DemandLayer } from '../../../shared/area/area.ts';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import { countedAreas } from '../../../shared/coverage/layer-demand.ts';
import { DEMAND_LAYER_WORDS } from '../../../shared/labels/area-words.ts';
import { dateWithYearPhrase } from '../../i18n/phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { url } from '../state/address.ts';
import { data, network, networkFrom } from '../state/data-store.ts';
import { useWords } from '../words/use-words.ts';

/** As of when each input is, who says so, and what of it is only an example. Paper names streets only if used. */
export function DataDates({ isOnPaper = false }: { isOnPaper?: boolean }) {
  const { words, language } = useWords();
  const loaded = data.value;
  if (!loaded) return null;
  const { areas, buildings, buildingsSource, places, subdistrict } = loaded;
  const dateOf = (date: string) => dateWithYearPhrase(`${date.slice(0, 10)}T04:00:00.000Z`, language);
  const sourceOf = (source: DataSource | undefined) =>
    source ? words.data.source(source.name, dateOf(source.date)) : words.data.none;
  const first = (kind: 'grid' | 'neighbourhood') => areas.find((area) => area.kind === kind);
  const counted = countsOf(areas);
  const changedAt = subdistrict.properties.dataChangedAt;
  const rows = [
    {
      name: words.data.places,
      text: [words.data.areasCount(places.length), changedAt && dateOf(changedAt)]
        .filter(Boolean)
        .join(words.comma),
      isIllustrative: places.some(({ properties }) => properties.illustrative),
    },
    ...(['grid', 'neighbourhood'] as const).map((kind) => ({
      name: words.areaKinds[kind],
      text: sourceOf(first(kind)?.source),
      isIllustrative: first(kind)?.source.illustrative === true,
    })),
    ...counted.map(({ source, layers }) => ({
      name: words.data.peopleOf(layers.map((layer) => DEMAND_LAYER_WORDS[layer][language]).join(words.comma)),
      text: sourceOf(source),
      isIllustrative: source.illustrative,
    })),
    ...(counted.length === 0
      ? [{ name: words.data.people, text: words.data.none, isIllustrative: false }]
      : []),
    {
      name: words.data.buildings,
      text: buildingsSource
        ? [words.data.areasCount(buildings.length), sourceOf(buildingsSource)].join(words.comma)
        : words.data.none,
      isIllustrative: buildingsSource?.illustrative === true,
    },
    {
      name: words.data.network,
      text: networkText(),
      isIllustrative: networkFrom.value?.illustrative === true,
    },
  ];
  return (
    <dl class="data-dates">
      {rows.map(({ name, text, isIllustrative }) => (
        <div key={`${name} ${text}`}>
          <dt>{name}</dt>
          <dd>
            {text} {isIllustrative && <Tag kind="sample">{words.illustrative}</Tag>}
          </dd>
        </div>
      ))}
    </dl>
  );

  function networkText(): string {
    if (isOnPaper && url.value.mode === 'circle') return words.report.networkUnused;
    const streets = network.value;
    if (typeof streets === 'string') return words.data.networkState[streets];
    const from = networkFrom.value;
    if (!from) return words.data.networkUnasked;
    const { source, date, attribution } = from;
    return [words.data.source(source, dateOf(date)), attribution].join(words.comma);
  }
}

/** Every source of people who stand for everybody, with the layers that were counted by it. */
function countsOf(areas: readonly Area[]): { source: DataSource; layers: DemandLayer[] }[] {
  const bySource = new Map<string, { source: DataSource; layers: DemandLayer[] }>();
  for (const layer of DEMAND_LAYERS)
    for (const { peopleSources } of countedAreas(areas, layer)) {
      const source = peopleSources[layer];
      if (!source) continue;
      const key = [source.name, source.date, source.illustrative].join('\n');
      const known = bySource.get(key) ?? { source, layers: [] };
      if (!known.layers.includes(layer)) known.layers.push(layer);
      bySource.set(key, known);
    }
  return [...bySource.values()];
}

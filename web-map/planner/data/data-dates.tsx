import type { DataSource } from '../../../shared/area/area.ts';
import { dateWithYearPhrase } from '../../i18n/phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { data, network, networkFrom } from '../state/data-store.ts';
import { useWords } from '../words/use-words.ts';

/** As of when each input is, who says so, and what of it is only an example. */
export function DataDates() {
  const { words, language } = useWords();
  const loaded = data.value;
  if (!loaded) return null;
  const { areas, buildings, buildingsSource, places, subdistrict } = loaded;
  const dateOf = (date: string) => dateWithYearPhrase(`${date.slice(0, 10)}T04:00:00.000Z`, language);
  const sourceOf = (source: DataSource | undefined) =>
    source ? words.data.source(source.name, dateOf(source.date)) : words.data.none;
  const first = (kind: 'grid' | 'neighbourhood') => areas.find((area) => area.kind === kind);
  const people = areas.find(({ peopleSource }) => peopleSource)?.peopleSource;
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
    { name: words.data.people, text: sourceOf(people), isIllustrative: people?.illustrative === true },
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
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {text} {isIllustrative && <Tag kind="sample">{words.illustrative}</Tag>}
          </dd>
        </div>
      ))}
    </dl>
  );

  function networkText(): string {
    const streets = network.value;
    if (typeof streets === 'string') return words.data.networkState[streets];
    const from = networkFrom.value;
    if (!from) return words.data.networkUnasked;
    const { source, date, attribution } = from;
    return [words.data.source(source, dateOf(date)), attribution].join(words.comma);
  }
}

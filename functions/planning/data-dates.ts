import { AreaKind, type DataSource } from '../../shared/area/area.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import type { CoverageWarning } from '../../shared/coverage/coverage-answer.ts';
import type { LayerDemand } from '../../shared/coverage/layer-demand.ts';
import type { CoverageInputs } from './coverage-inputs.ts';

/** What is older than this many years is used and said. */
const OLD_YEARS = 3;

/** As of which day each input is, the oldest part of it. */
export const dataDatesOf = (
  inputs: CoverageInputs,
  people: LayerDemand,
  mode: 'circle' | 'network',
): Record<string, string> => {
  const { areas, buildings, placesChangedAt, network } = inputs;
  const oldest = (sources: readonly DataSource[]) => sources.map(({ date }) => date).toSorted()[0];
  const dates = {
    places: placesChangedAt && localDateOf(new Date(placesChangedAt)),
    ...Object.fromEntries(
      AreaKind.options.map((kind) => [
        kind,
        oldest(areas.filter((area) => area.kind === kind).map(({ source }) => source)),
      ]),
    ),
    people: oldest(people.spread.flatMap(({ peopleSources }) => peopleSources[people.layer] ?? [])),
    buildings: people.byBuilding.length > 0 ? buildings.source?.date : undefined,
    network: mode === 'network' ? network?.date : undefined,
  };
  return Object.fromEntries(Object.entries(dates).filter((entry): entry is [string, string] => !!entry[1]));
};

/** What a planner has to know of the inputs before believing the numbers. */
export const dataWarnings = (
  { areas, buildings, network }: CoverageInputs,
  { layer, byBuilding, spread }: LayerDemand,
  {
    mode,
    dataDates,
    now,
  }: { mode: 'circle' | 'network'; dataDates: Readonly<Record<string, string>>; now: Date },
): CoverageWarning[] => {
  const today = localDateOf(now);
  const limit = `${Number(today.slice(0, 4)) - OLD_YEARS}${today.slice(4)}`;
  const isDrawn = areas.some(({ source }) => source.illustrative);
  const isGuessed =
    spread.some(({ peopleSources }) => peopleSources[layer]?.illustrative) ||
    (byBuilding.length > 0 && buildings.source?.illustrative === true);
  return [
    ...(isDrawn ? [{ code: 'illustrative_data' as const, values: { input: 'areas' } }] : []),
    ...(isGuessed ? [{ code: 'illustrative_data' as const, values: { input: 'people' } }] : []),
    ...(mode === 'network' && network?.illustrative
      ? [{ code: 'illustrative_data' as const, values: { input: 'network' } }]
      : []),
    ...Object.entries(dataDates)
      .filter(([input, date]) => input !== 'places' && date < limit)
      .map(([input, date]) => ({ code: 'old_data' as const, values: { input, date } })),
  ];
};

import type { Area, AreaKind, DataSource } from '../area/area.ts';
import type { LayerDemand } from './layer-demand.ts';

/** What says of which day the inputs of an answer are. */
export type DatedInputs = {
  areas: readonly Area[];
  people: LayerDemand;
  buildingsSource: DataSource | undefined;
  /** The streets that were walked; undefined where lines were straight. */
  streets: { date: string } | undefined;
  /** The day a place last changed. */
  placesDate?: string | undefined;
};

const KINDS: readonly AreaKind[] = ['grid', 'neighbourhood'];

/** As of which day (YYYY-MM-DD) each input is, the oldest part of it; what was not used is absent. */
export const dataDatesOf = ({
  areas,
  people,
  buildingsSource,
  streets,
  placesDate,
}: DatedInputs): Record<string, string> => {
  const dates: [string, string | undefined][] = [
    ['places', placesDate],
    ...KINDS.map((kind): [string, string | undefined] => [
      kind,
      oldest(areas.filter((area) => area.kind === kind).map(({ source }) => source)),
    ]),
    ['people', oldest(people.spread.flatMap(({ peopleSources }) => peopleSources[people.layer] ?? []))],
    ['buildings', people.byBuilding.length > 0 ? buildingsSource?.date : undefined],
    ['network', streets?.date],
  ];
  return Object.fromEntries(dates.filter((entry): entry is [string, string] => entry[1] !== undefined));
};

const oldest = (sources: readonly DataSource[]): string | undefined =>
  sources.reduce<string | undefined>(
    (first, { date }) => (first === undefined || date < first ? date : first),
    undefined,
  );

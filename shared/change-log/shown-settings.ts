import type { DemandLayer, People } from '../area/area.ts';

/** What the history shows of many areas or buildings: how many they are, with how many people, and who says so. */
export type ShownMany = { count: number; people: People; sources: string[] };

/** A grid or a neighbourhood as an entry keeps it, without its border. */
type KeptArea = { people?: People; source?: string; peopleSource?: string };

/** The residential buildings as an entry keeps them: already counted. */
type KeptBuildings = { count: number; people: People; source?: string };

/** What of a subdistrict's settings its history shows; an entry holds those that were set with it. */
export const shownSettings = ({ templates, standards, grids, neighbourhoods, buildings }: KeptSettings) => ({
  templates,
  standards,
  grids: grids && shownAreas(grids),
  neighbourhoods: neighbourhoods && shownAreas(neighbourhoods),
  buildings: buildings && shownBuildings(buildings),
});

export type KeptSettings = {
  templates?: unknown;
  standards?: unknown;
  grids?: readonly KeptArea[];
  neighbourhoods?: readonly KeptArea[];
  buildings?: KeptBuildings;
};

const shownAreas = (areas: readonly KeptArea[]): ShownMany => {
  const people: People = {};
  for (const area of areas)
    for (const [layer, count] of Object.entries(area.people ?? {}) as [DemandLayer, number][])
      people[layer] = (people[layer] ?? 0) + count;
  const sources = areas.flatMap(({ source, peopleSource }) => [source ?? [], peopleSource ?? []].flat());
  return { count: areas.length, people, sources: [...new Set(sources)].sort() };
};

const shownBuildings = ({ count, people, source }: KeptBuildings): ShownMany => ({
  count,
  people,
  sources: source === undefined ? [] : [source],
});

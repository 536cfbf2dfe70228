import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Area, AreaKind, DemandLayer } from '../../shared/area/area.ts';
import { boxOf, piecesOf } from '../../shared/area/plane.ts';
import { type LayerDemand, layerDemand } from '../../shared/coverage/layer-demand.ts';
import { bboxOfDisc, type Tile, tileName, tilesOfBbox } from '../../shared/geo/tile.ts';
import type { PlaceFeature } from '../../shared/place/place-summary.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { getAreas, type StoredAreas } from '../store/areas.ts';
import { getBuildings, type StoredBuildings } from '../store/buildings.ts';
import type { StoredNetwork } from '../store/networks.ts';
import { getPlanningState } from '../store/planning-state.ts';
import type { OwnStandards } from '../store/standards.ts';
import { listTileFeatures } from '../store/tile-features.ts';

/** Everything that coverage of a subdistrict is reckoned from, as it is stored. */
export type CoverageInputs = {
  subdistrict: Subdistrict;
  areas: Area[];
  buildings: StoredBuildings;
  /** Names the state of subdistrict, areas and buildings: the same name, the same ground. */
  groundName: string;
  own: OwnStandards;
  places: PlaceFeature[];
  /** Names the state of the places. */
  placesName: string;
  /** When a place last changed anywhere. */
  placesChangedAt: string | undefined;
  network: StoredNetwork | undefined;
};

/** Reads all inputs; `marginOf`: how far around the subdistrict facilities are looked for, by its own standards. */
export const readInputs = async (
  code: string,
  marginOf: (own: OwnStandards) => number,
): Promise<CoverageInputs> => {
  const { subdistrict, own, areasVersions, buildingsVersion, network, placesChangedAt } =
    await getPlanningState(code);
  const [grids, neighbourhoods, buildings, tiles] = await Promise.all([
    currentAreas(code, 'grid', areasVersions.grid),
    currentAreas(code, 'neighbourhood', areasVersions.neighbourhood),
    currentBuildings(code, buildingsVersion),
    Promise.all(tilesAround(subdistrict, marginOf(own)).map(tilePlaces)),
  ]);
  return {
    subdistrict,
    areas: [...grids.areas, ...neighbourhoods.areas],
    buildings,
    groundName: nameOf([subdistrict.outline, code, grids.version, neighbourhoods.version, buildings.version]),
    own,
    places: tiles.flatMap(({ features }) => features),
    placesName: nameOf(tiles.map(({ name }) => name)),
    placesChangedAt,
    network,
  };
};

/** A short text that is another for another value. */
export const nameOf = (value: unknown): string =>
  createHash('sha1').update(JSON.stringify(value)).digest('base64url').slice(0, 20);

/** Areas by subdistrict, kind and version, which never changes: only which is current is read each time. */
const keptAreas = new LRUCache<string, StoredAreas>({ max: 20 });

const currentAreas = async (code: string, kind: AreaKind, current: number): Promise<StoredAreas> => {
  const name = (version: number) => `${code} ${kind} ${version}`;
  const kept = keptAreas.get(name(current));
  if (kept) return kept;
  const areas = await getAreas(code, kind);
  keptAreas.set(name(areas.version), areas);
  return areas;
};

/** The same for buildings: some megabytes of each subdistrict. */
const keptBuildings = new LRUCache<string, StoredBuildings>({ max: 5 });

const currentBuildings = async (code: string, current: number): Promise<StoredBuildings> => {
  const name = (version: number) => `${code} ${version}`;
  const kept = keptBuildings.get(name(current));
  if (kept) return kept;
  const stored = await getBuildings(code);
  keptBuildings.set(name(stored.version), stored);
  return stored;
};

/** Where the people of a layer are, by the state of the ground: thousands of buildings are sorted into areas once. */
const keptDemand = new LRUCache<string, LayerDemand>({ max: 8 });

/** Where the people of a layer are. */
export const demandOf = (
  { areas, buildings, groundName }: CoverageInputs,
  layer: DemandLayer,
): LayerDemand => {
  const name = `${groundName} ${layer}`;
  const demand = keptDemand.get(name) ?? layerDemand(areas, buildings.buildings, layer);
  keptDemand.set(name, demand);
  return demand;
};

type TilePlaces = { features: PlaceFeature[]; name: string };

/** What a planner has just approved is counted within seconds. */
const TILE_MILLISECONDS = 10_000;

const keptTiles = new LRUCache<string, TilePlaces, Tile>({
  max: 500,
  ttl: TILE_MILLISECONDS,
  fetchMethod: async (_name, _stale, { context: tile }) => {
    const features = await listTileFeatures(tile);
    return { features, name: features.length === 0 ? '' : nameOf(features) };
  },
});

const tilePlaces = async (tile: Tile): Promise<TilePlaces> =>
  (await keptTiles.fetch(tileName(tile), { context: tile })) ?? { features: [], name: '' };

const tilesAround = ({ outline }: Subdistrict, meters: number): Tile[] => {
  const [west, south, east, north] = boxOf(piecesOf(outline));
  const [left, bottom] = bboxOfDisc([west, south], meters);
  const [, , right, top] = bboxOfDisc([east, north], meters);
  return tilesOfBbox([left, bottom, right, top]);
};

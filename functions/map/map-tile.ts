import { LRUCache } from 'lru-cache';
import type { TilePlaces } from '../../shared/api/answers.ts';
import type { AnswerCrs } from '../../shared/api/queries.ts';
import { isInChina } from '../../shared/geo/china.ts';
import { type Tile, tileBbox, tileName } from '../../shared/geo/tile.ts';
import type { PlaceFeature } from '../../shared/place/place-summary.ts';
import type { Schedule } from '../../shared/place/schedule.ts';
import { Rendered } from '../runtime/rendered.ts';
import { listTileFeatures } from '../store/tile-features.ts';
import { PlaceText } from './place-text.ts';

/** A tile as this function keeps it: its places with their texts, and its whole answer once it was asked for. */
export class MapTile {
  readonly places: readonly PlaceText[];
  /**
   * Longitude and latitude of each place in turn: most places of a tile lie outside the disc that is asked for,
   * and numbers side by side are passed over about five times faster than a property of each place.
   */
  readonly coordinates: Float64Array;
  readonly #answers: Partial<Record<AnswerCrs, Rendered<TilePlaces>>> = {};

  constructor(features: readonly PlaceFeature[]) {
    shareSchedules(features);
    this.places = features.map((feature) => new PlaceText(feature));
    this.coordinates = Float64Array.from(this.places.flatMap(({ position }) => position));
  }

  /** The tile's FeatureCollection, the same text for the same places. */
  answer(crs: AnswerCrs): Rendered<TilePlaces> {
    this.#answers[crs] ??= new Rendered<TilePlaces>(
      `{"type":"FeatureCollection","crs":"${crs}","features":[${this.places.map((place) => place.text(crs)).join(',')}]}`,
    );
    return this.#answers[crs];
  }
}

/** Many places keep the same hours; kept once, a place takes about a sixth less memory. */
const shareSchedules = (features: readonly PlaceFeature[]): void => {
  const schedules = new Map<string, Schedule>();
  for (const { properties } of features) {
    if (properties.schedule === undefined) continue;
    const text = JSON.stringify(properties.schedule);
    const same = schedules.get(text);
    if (same) properties.schedule = same;
    else schedules.set(text, properties.schedule);
  }
};

const EMPTY = new MapTile([]);

/**
 * A parsed place, its text and its part of the tile's answer take about this much for each character of the
 * text: measured, 4.3 kB for 770 characters (of two bytes each, as in every text that holds Chinese).
 */
const BYTES_PER_CHARACTER = 6;

/** What a function of 1,024 MB can spare: about 100,000 places, a city. */
const CACHE_BYTES = 480 * 1024 * 1024;

/** What was approved is seen within a minute: 30 s here and 20 s in HTTP caches. */
const CACHE_MILLISECONDS = 30_000;

const cache = new LRUCache<string, MapTile, Tile>({
  maxSize: CACHE_BYTES,
  sizeCalculation: (tile) =>
    1024 + BYTES_PER_CHARACTER * tile.places.reduce((sum, place) => sum + place.length, 0),
  ttl: CACHE_MILLISECONDS,
  fetchMethod: async (_name, _stale, { context: tile }) => new MapTile(await listTileFeatures(tile)),
});

/** A tile from the cache or the table. Callers that ask at the same time wait for one query. */
export const readTile = (tile: Tile): MapTile | Promise<MapTile> => {
  const [west, south, east, north] = tileBbox(tile);
  if (!isInChina([west, south]) && !isInChina([east, north])) return EMPTY;
  const name = tileName(tile);
  return cache.get(name) ?? cache.forceFetch(name, { context: tile });
};

/** The tiles in the order given; without a wait where all of them are in the cache. */
export const readTiles = (tiles: readonly Tile[]): MapTile[] | Promise<MapTile[]> => {
  const found = tiles.map(readTile);
  return found.every((tile) => tile instanceof MapTile) ? (found as MapTile[]) : Promise.all(found);
};

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

/** A tile as this function keeps it: its places with their texts. */
export class MapTile {
  readonly places: readonly PlaceText[];
  /**
   * Longitude and latitude of each place in turn: most places of a tile lie outside the disc that is asked for,
   * and numbers side by side are passed over about five times faster than a property of each place.
   */
  readonly coordinates: Float64Array;

  constructor(features: readonly PlaceFeature[]) {
    shareSchedules(features);
    this.places = features.map((feature) => new PlaceText(feature));
    this.coordinates = Float64Array.from(this.places.flatMap(({ position }) => position));
  }

  /** The tile's FeatureCollection, the same text for the same places. */
  answer(crs: AnswerCrs): Rendered<TilePlaces> {
    const kept = answers[crs].get(this);
    if (kept) return kept;
    const answer = new Rendered<TilePlaces>(
      `{"type":"FeatureCollection","crs":"${crs}","features":[${this.places.map((place) => place.text(crs)).join(',')}]}`,
    );
    answers[crs].set(this, answer);
    return answer;
  }
}

/**
 * The schedules in use by their text, the ones met last. Many places keep the same hours: kept once, a place takes
 * about a sixth less memory, and what the hours say of this minute is found out once for all of them.
 */
const schedules = new LRUCache<string, Schedule>({ max: 5000 });

const shareSchedules = (features: readonly PlaceFeature[]): void => {
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
 * A parsed place and its text take about this much for each character of the text: measured, 2.6 kB for 770
 * characters (of two bytes each, as in every text that holds Chinese).
 */
const BYTES_PER_CHARACTER = 4;

/** An answer is kept as text and compressed. */
const ANSWER_BYTES_PER_CHARACTER = 3;

/** What a function of 1,024 MB can spare: about 100,000 places, a city, and the answers that were asked for last. */
const CACHE_BYTES = 320 * 1024 * 1024;
const ANSWERS_BYTES = 64 * 1024 * 1024;

/** What was approved is seen within a minute: 30 s here and 20 s in HTTP caches. */
const CACHE_MILLISECONDS = 30_000;

const cache = new LRUCache<string, MapTile, Tile>({
  maxSize: CACHE_BYTES,
  sizeCalculation: (tile) =>
    1024 + BYTES_PER_CHARACTER * tile.places.reduce((sum, place) => sum + place.length, 0),
  ttl: CACHE_MILLISECONDS,
  fetchMethod: async (_name, _stale, { context: tile }) => new MapTile(await listTileFeatures(tile)),
});

/** The whole answers of tiles by the tile they were made of; one that is read anew is made anew. */
const answersIn = () =>
  new LRUCache<MapTile, Rendered<TilePlaces>>({
    maxSize: ANSWERS_BYTES,
    sizeCalculation: ({ text }) => ANSWER_BYTES_PER_CHARACTER * text.length,
  });
const answers: Record<AnswerCrs, LRUCache<MapTile, Rendered<TilePlaces>>> = {
  wgs84: answersIn(),
  gcj02: answersIn(),
};

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

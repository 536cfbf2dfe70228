import { DomainError } from '../../shared/api/problem.ts';
import type { AnswerCrs } from '../../shared/api/queries.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { type Bbox, countTilesOfBbox, tileName, tilesOfBbox } from '../../shared/geo/tile.ts';
import type { Place, PlaceState } from '../../shared/place/place.ts';
import { placeFeature } from '../../shared/place/place-summary.ts';
import { listPlacesOfSubdistrict } from '../store/places.ts';
import type { Cursor } from './cursor.ts';
import { readTile } from './map-tile.ts';
import { PlaceText } from './place-text.ts';

/**
 * Places in a fixed order, which a list pages through: parts one after the other (tiles, states), in each part
 * by id.
 */
export type PlaceSource<Item> = {
  parts: readonly string[];
  /** The places after a cursor, each with the cursor of its own place in the order. */
  read(start: Cursor | undefined): AsyncGenerator<{ place: Item; cursor: Cursor }>;
};

/** A box of more tiles than this is a picture of the city, not a list. */
const MAX_TILES = 32;

/** The states whose places stand on the map, in the order in which a subdistrict's lists name them. */
const STATES_ON_MAP: readonly PlaceState[] = ['published', 'suspended'];

/**
 * The places of a box given in `crs`: in GCJ-02 its sides are not quite straight in WGS-84, so the tiles of a
 * slightly larger box are read and each place is judged where it lies in the system of the box.
 * Throws `area_too_large` past 32 tiles.
 */
export const placesOfBox = (bbox: Bbox, crs: AnswerCrs): PlaceSource<PlaceText> => {
  const readBox = crs === 'wgs84' ? bbox : boxAround(bbox, crs);
  const count = countTilesOfBbox(readBox);
  if (count > MAX_TILES) {
    throw new DomainError(
      'area_too_large',
      `query bbox: it meets ${count} tiles, at most ${MAX_TILES} are read`,
    );
  }
  const tiles = new Map(tilesOfBbox(readBox).map((tile) => [tileName(tile), tile]));
  const [west, south, east, north] = bbox;
  const isInside = (place: PlaceText) => {
    const [lng, lat] = place.positionIn(crs);
    return lng >= west && lng <= east && lat >= south && lat <= north;
  };
  return {
    parts: [...tiles.keys()],
    async *read(start) {
      for (const [part, tile] of after(tiles, start?.part)) {
        const { places } = await readTile(tile);
        for (const place of places) {
          if (part === start?.part && place.id <= start.after) continue;
          if (isInside(place)) yield { place, cursor: { part, after: place.id } };
        }
      }
    },
  };
};

/** The places of a subdistrict that are on the map, read from the table as far as they are asked for. */
export const placesOfSubdistrict = (subdistrict: string): PlaceSource<Place> => ({
  parts: STATES_ON_MAP,
  async *read(start) {
    for (const state of STATES_ON_MAP.slice(start ? STATES_ON_MAP.indexOf(start.part as PlaceState) : 0)) {
      let from = state === start?.part ? start.after : undefined;
      for (let isLast = false; !isLast; ) {
        const page = await listPlacesOfSubdistrict(subdistrict, state, from);
        for (const place of page.places) yield { place, cursor: { part: state, after: place.id } };
        isLast = page.isLast;
        from = page.places.at(-1)?.id ?? from;
      }
    }
  },
});

/** A source of stored places as a source of the map's places. */
export const asMapPlaces = (source: PlaceSource<Place>): PlaceSource<PlaceText> => ({
  parts: source.parts,
  async *read(start) {
    for await (const { place, cursor } of source.read(start)) {
      yield { place: new PlaceText(placeFeature(place)), cursor };
    }
  },
});

/** Far more than the sides of a box bend: 7 m over 10 km. */
const BEND_DEGREES = 0.0005;

const boxAround = ([west, south, east, north]: Bbox, crs: AnswerCrs): Bbox => {
  const southWest = convertPosition([west, south], crs, 'wgs84');
  const northEast = convertPosition([east, north], crs, 'wgs84');
  return [
    southWest[0] - BEND_DEGREES,
    southWest[1] - BEND_DEGREES,
    northEast[0] + BEND_DEGREES,
    northEast[1] + BEND_DEGREES,
  ];
};

const after = <Value>(parts: ReadonlyMap<string, Value>, first: string | undefined): [string, Value][] => {
  const entries = [...parts];
  return first === undefined ? entries : entries.slice(entries.findIndex(([name]) => name === first));
};

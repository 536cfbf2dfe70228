import type { Streets } from '../../../shared/coverage/network/street-graph.ts';
import { isBarred, walkingRuleOf } from '../../../shared/coverage/network/walking-rules.ts';
import { bboxOfPositions } from '../../../shared/geo/bbox-of-positions.ts';
import { metersOutside } from '../../../shared/geo/polygon.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { OsmReader } from './osm-reader.ts';

/** All points of a street, house and tree of a dense district of 50 km²; more is no subdistrict with its margin. */
export const MOST_POINTS = 1_500_000;

export type Box = { west: number; south: number; east: number; north: number };

/** What a file holds of an area, and what it holds at all. */
export type Collected = {
  streets: Streets;
  /** Ways with a part in the area: on which people walk, and which were left out, by rule. */
  ways: { walked: number; leftOut: Map<string, number> };
  /** The extent of all points of the file; undefined where it has none. */
  extent: Box | undefined;
  /** Whether the area has more points than are taken; the rest was not read. */
  isTooMuch: boolean;
};

/**
 * Collects the streets on which people walk from a file, as far as they lie within `marginMeters` of an outline. The
 * file is read twice, its nodes, then its ways, so that their order does not matter and only the area is kept.
 */
export const collectStreets = async (
  { read }: OsmReader,
  outline: Outline,
  marginMeters: number,
): Promise<Collected> => {
  const box = widened(boxOf(outline), marginMeters);
  const indexes = new Map<number, number>();
  const ids: number[] = [];
  const lngLat: number[] = [];
  const extent: Box = { west: 181, south: 91, east: -181, north: -91 };
  let isTooMuch = false;
  await read({
    node: (id, lng, lat, tags) => {
      extent.west = Math.min(extent.west, lng);
      extent.east = Math.max(extent.east, lng);
      extent.south = Math.min(extent.south, lat);
      extent.north = Math.max(extent.north, lat);
      if (lng < box.west || lng > box.east || lat < box.south || lat > box.north) return;
      if (isBarred(tags) || metersOutside([lng, lat], outline) > marginMeters || indexes.has(id)) return;
      if (ids.length >= MOST_POINTS) {
        isTooMuch = true;
        return;
      }
      indexes.set(id, ids.length);
      ids.push(id);
      lngLat.push(lng, lat);
    },
  });
  const ends: number[] = [];
  const ways = { walked: 0, leftOut: new Map<string, number>() };
  if (ids.length > 0 && !isTooMuch) {
    await read({
      way: (nodes, tags) => {
        if (!tags.has('highway')) return;
        const pieces = piecesOf(nodes, indexes);
        if (pieces.length === 0) return;
        const rule = walkingRuleOf(tags);
        if (rule?.walks) {
          ways.walked += 1;
          for (const end of pieces) ends.push(end);
        } else {
          const code = rule?.code ?? 'unknown';
          ways.leftOut.set(code, (ways.leftOut.get(code) ?? 0) + 1);
        }
      },
    });
  }
  const isEmpty = extent.west > extent.east;
  return { streets: { ids, lngLat, ends }, ways, extent: isEmpty ? undefined : extent, isTooMuch };
};

/** The pieces of a way between points that are kept, two indexes each. */
const piecesOf = (nodes: readonly number[], indexes: ReadonlyMap<number, number>): number[] => {
  const pieces: number[] = [];
  let before: number | undefined;
  for (const node of nodes) {
    const index = indexes.get(node);
    if (before !== undefined && index !== undefined && index !== before) pieces.push(before, index);
    before = index;
  }
  return pieces;
};

/** The extent of an outline. */
export const boxOf = ({ type, coordinates }: Outline): Box => {
  const rings: Position[][] = type === 'Polygon' ? coordinates : coordinates.flat();
  const [west, south, east, north] = bboxOfPositions(rings.flat());
  return { west, south, east, north };
};

/** Wider by at least so many metres: a degree of latitude has 111 km, and one of longitude fewer towards the pole. */
const widened = ({ west, south, east, north }: Box, meters: number): Box => {
  const lat = meters / 111_000;
  const lng = lat / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return { west: west - lng, south: south - lat, east: east + lng, north: north + lat };
};

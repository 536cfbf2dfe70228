import type { MultiPolygon, Polygon } from 'geojson';
import type { DemandItem } from '../../shared/coverage/demand.ts';
import type { Area } from '../../shared/coverage/ground.ts';
import { positionOf, projectionAt } from '../../shared/coverage/local-projection.ts';
import type { Facility } from '../../shared/coverage/open-facilities.ts';
import type { Position } from '../../shared/geo/position.ts';

const projection = projectionAt([121.415, 31.2175]);

/** A position so many metres east and north of the middle of the sample ground. */
export const at = (east: number, north: number): Position => positionOf(projection, east, north);

/** A closed ring through points in metres. */
const ring = (points: readonly (readonly [number, number])[]): Position[] =>
  [...points, points[0]!].map(([east, north]) => at(east, north));

export const polygon = (
  outer: readonly (readonly [number, number])[],
  ...holes: (readonly (readonly [number, number])[])[]
): Polygon => ({ type: 'Polygon', coordinates: [outer, ...holes].map(ring) });

export const rectangle = (west: number, south: number, east: number, north: number): Polygon =>
  polygon([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);

/** Not convex, skew to the raster, with a lake in the middle: 2 km across. */
export const outlineWithHole: Polygon = polygon(
  [
    [-1003, -711],
    [-120, -877],
    [241, -402],
    [967, -655],
    [1011, 433],
    [377, 911],
    [-56, 502],
    [-811, 783],
  ],
  [
    [-203, -117],
    [-151, 176],
    [219, 142],
    [167, -161],
  ],
);

/** The outline in two pieces with a road between. */
export const outlineInPieces: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    polygon([
      [-1013, -711],
      [-27, -822],
      [-13, 807],
      [-811, 783],
    ]).coordinates,
    polygon([
      [31, -822],
      [967, -655],
      [1011, 433],
      [44, 911],
    ]).coordinates,
  ],
};

export const facility = (
  id: string,
  [east, north]: readonly [number, number],
  more: Partial<Facility> = {},
): Facility => ({ id, class: 'canteen', position: at(east, north), ...more });

/** Squares of a side over a box, as areas of one level. */
export const squares = (level: string, west: number, south: number, side: number, count: number): Area[] =>
  Array.from({ length: count * count }, (_, index) => {
    const x = west + (index % count) * side;
    const y = south + Math.floor(index / count) * side;
    return { id: `${level}-${index}`, level, geometry: rectangle(x, y, x + side, y + side) };
  });

/** People counted by areas, so many in each. */
export const countedBy = (areas: readonly Area[], amount: (index: number) => number): DemandItem[] =>
  areas.map(({ id, geometry }, index) => ({ areaId: id, geometry, amount: amount(index) }));

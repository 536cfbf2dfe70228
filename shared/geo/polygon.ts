import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { EARTH_RADIUS_METERS } from './distance.ts';
import type { Position } from './position.ts';

/** A published border is a generalised line: a point this near to it counts as inside. */
export const BORDER_TOLERANCE_METERS = 50;

/** Whether a polygon contains a position, or its border lies within `toleranceMeters` of it. */
export const isWithin = (
  position: Position,
  area: Polygon | MultiPolygon,
  toleranceMeters: number = BORDER_TOLERANCE_METERS,
): boolean =>
  booleanPointInPolygon(position, area) ||
  (toleranceMeters > 0 && metersToBorder(position, area) <= toleranceMeters);

/** Whether a position lies inside a polygon and further from its border than a generalised border errs. */
export const isWellWithin = (position: Position, area: Polygon | MultiPolygon): boolean =>
  booleanPointInPolygon(position, area) && metersToBorder(position, area) > BORDER_TOLERANCE_METERS;

/**
 * How far outside a polygon a position lies, in metres; 0 inside. Reckoned on the plane that touches the earth
 * at the position, within 0.2 % up to 50 km: an import asks this of tens of thousands of points.
 */
export const metersOutside = (position: Position, area: Polygon | MultiPolygon): number =>
  booleanPointInPolygon(position, area) ? 0 : metersToBorder(position, area);

const RADIANS = Math.PI / 180;

const metersToBorder = ([lng, lat]: Position, area: Polygon | MultiPolygon): number => {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const perLat = EARTH_RADIUS_METERS * RADIANS;
  const perLng = perLat * Math.cos(lat * RADIANS);
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let [ax, ay] = [0, 0];
    for (const [index, corner] of ring.entries()) {
      const bx = ((corner[0] as number) - lng) * perLng;
      const by = ((corner[1] as number) - lat) * perLat;
      if (index > 0) nearest = Math.min(nearest, squareToSegment(ax, ay, bx, by));
      ax = bx;
      ay = by;
    }
  }
  return Math.sqrt(nearest);
};

/** The square of the distance from the origin to a segment. */
const squareToSegment = (ax: number, ay: number, bx: number, by: number): number => {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
};

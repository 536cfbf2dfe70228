import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import pointToPolygonDistance from '@turf/point-to-polygon-distance';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Position } from './position.ts';

/** A published border is a generalised line: a point this near to it counts as inside. */
export const BORDER_TOLERANCE_METERS = 50;

/** Whether a polygon contains a position, or its border lies within `toleranceMeters` of it. */
export const isWithin = (
  position: Position,
  area: Polygon | MultiPolygon,
  toleranceMeters: number = BORDER_TOLERANCE_METERS,
): boolean => booleanPointInPolygon(position, area) || metersOutside(position, area) <= toleranceMeters;

/** How far outside a polygon a position lies, in metres; 0 inside. */
export const metersOutside = (position: Position, area: Polygon | MultiPolygon): number =>
  Math.max(0, pointToPolygonDistance(position, area, { units: 'meters', method: 'geodesic' }));

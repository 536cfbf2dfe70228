import { BORDER_TOLERANCE_METERS, metersOutside } from '../geo/polygon.ts';
import type { Position } from '../geo/position.ts';
import type { Subdistrict } from '../subdistrict/subdistrict.ts';

/**
 * The subdistrict that a WGS-84 position lies in; on the outside of all of them the nearest one whose border is no
 * further away than a generalised border errs, else none.
 */
export const subdistrictAt = (
  position: Position,
  subdistricts: readonly Subdistrict[],
): Subdistrict | undefined =>
  subdistricts
    .map((subdistrict) => ({ subdistrict, meters: metersOutside(position, subdistrict.outline) }))
    .filter(({ meters }) => meters <= BORDER_TOLERANCE_METERS)
    .sort((a, b) => a.meters - b.meters)[0]?.subdistrict;

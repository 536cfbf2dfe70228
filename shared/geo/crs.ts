import gcoord from 'gcoord';
import type { Crs, Position } from './position.ts';

const NAMES = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Seven decimals are a centimetre: more would only pretend. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/**
 * Converts one position between coordinate reference systems, without touching its input.
 * The inverse of GCJ-02 is iterative and exact to 0.1 m.
 */
export const convertPosition = (position: Position, from: Crs, to: Crs): Position => {
  if (from === to) return position;
  const [lng, lat] = gcoord.transform([position[0], position[1]], NAMES[from], NAMES[to]);
  return [round(lng), round(lat)];
};

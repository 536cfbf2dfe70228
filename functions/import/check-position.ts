import { convertPosition } from '../../shared/geo/crs.ts';
import { isWellWithin, isWithin, metersOutside } from '../../shared/geo/polygon.ts';
import { Crs, type Position } from '../../shared/geo/position.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import type { Sentences } from './sentences-zh.ts';

/** Further out than any confusion of CRS moves a point. */
const FAR_METERS = 3000;

export type PositionWarning = {
  reason: string;
  /** The other CRS that would have put the position well inside. */
  fits: Crs[];
};

/**
 * Looks whether a position lies in its subdistrict (border tolerance included), and if not says where it fell,
 * how far outside, and which other CRS would have put it inside: by more than the border's tolerance, for a
 * point at the edge says nothing.
 * `others` are the subdistricts this installation knows.
 */
export const checkPosition = (
  { given, position }: { given: { crs: Crs; position: Position }; position: Position },
  subdistrict: Subdistrict,
  others: readonly Subdistrict[],
  say: Sentences,
): PositionWarning | undefined => {
  if (isWithin(position, subdistrict.outline)) return undefined;
  const meters = metersOutside(position, subdistrict.outline);
  const fits = meters < FAR_METERS ? crsThatFit(given, subdistrict) : [];
  const host = others.find(
    (other) => other.code !== subdistrict.code && isWithin(position, other.outline, 0),
  );
  return { reason: say.outside(subdistrict.name, meters, host?.name, fits), fits };
};

const crsThatFit = (given: { crs: Crs; position: Position }, { outline }: Subdistrict): Crs[] =>
  Crs.options.filter(
    (crs) => crs !== given.crs && isWellWithin(convertPosition(given.position, crs, 'wgs84'), outline),
  );

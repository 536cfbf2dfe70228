import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';

/** The box around positions; undefined around none. */
export function bboxOf(positions: readonly Position[]): Bbox | undefined {
  if (positions.length === 0) return undefined;
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  return [least(lngs), least(lats), most(lngs), most(lats)];
}

// Not by spreading into Math.min: of ten thousand arguments some browsers take none.
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

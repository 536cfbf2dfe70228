import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** The rings of a border, outer ones and holes alike. */
export const ringsOf = (outline: Outline): Position[][] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();

/** The box around borders. */
export function bboxOfOutlines(outlines: readonly Outline[]): Bbox {
  const box: Bbox = [180, 90, -180, -90];
  for (const outline of outlines)
    for (const ring of ringsOf(outline))
      for (const [lng, lat] of ring) {
        box[0] = Math.min(box[0], lng);
        box[1] = Math.min(box[1], lat);
        box[2] = Math.max(box[2], lng);
        box[3] = Math.max(box[3], lat);
      }
  return box;
}

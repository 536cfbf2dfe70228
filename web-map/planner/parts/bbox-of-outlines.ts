import { bboxOfPositions } from '../../../shared/geo/bbox-of-positions.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** The rings of a border, outer ones and holes alike. */
export const ringsOf = (outline: Outline): Position[][] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();

/** The box around borders. */
export const bboxOfOutlines = (outlines: readonly Outline[]): Bbox =>
  bboxOfPositions(outlines.flatMap((outline) => ringsOf(outline).flat()));

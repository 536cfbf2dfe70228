import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { MOST_CROSSINGS } from './area-limits.ts';
import { intersectionOf, shapeOf, squareMetersOfShape, unionOf } from './clip.ts';
import { findCrossings } from './find-crossings.ts';
import { boxesMeet, boxOf, type Pieces, piecesOf } from './plane.ts';

/**
 * How much ground pieces hold, and how much of it lies within an outline: corners alone do not tell where a coarse
 * border runs. Pieces too tangled to be mended hold none.
 */
export const squareMetersInside = (
  pieces: Pieces,
  outline: Outline,
  projection: LocalProjection,
): { all: number; inside: number } => {
  if (findCrossings(pieces.flat(), MOST_CROSSINGS).length === MOST_CROSSINGS) return { all: 0, inside: 0 };
  const shape = unionOf([shapeOf(pieces)]);
  const own = piecesOf(outline);
  const shared = boxesMeet(boxOf(pieces), boxOf(own)) ? intersectionOf(shape, shapeOf(own)) : [];
  return {
    all: squareMetersOfShape(shape, projection),
    inside: squareMetersOfShape(shared, projection),
  };
};

import type { LocalProjection } from '../coverage/local-projection.ts';
import { convertPosition } from '../geo/crs.ts';
import { isWithin } from '../geo/polygon.ts';
import { Crs, type Position } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { areaOfPieces, type Pieces, piecesOf } from './plane.ts';
import type { GivenArea } from './read-feature.ts';
import { squareMetersInside } from './square-meters-inside.ts';

/** So many corners tell as much about a file as all of them. */
const MOST_TRIED = 2000;

/** Borders agree with a generalised outline to within its tolerance: a file in the right CRS has nearly all inside. */
const LEAST_OUTSIDE = 0.05;

/** Another CRS must put this much more inside, as a share of all. */
const LEAST_BETTER = 0.1;

/**
 * The CRS that positions are probably in, if not the one they were read in: they are tried in each. The wrong one of
 * China's moves everything by half a kilometre or more, which carries whole areas out of a subdistrict.
 */
export const likelyCrsOf = (positions: readonly Position[], crs: Crs, outline: Outline): Crs | undefined => {
  const step = Math.max(1, Math.floor(positions.length / MOST_TRIED));
  const tried = positions.filter((_, index) => index % step === 0);
  if (tried.length === 0) return undefined;
  return bestOf(
    crs,
    (other) =>
      tried.filter((position) => isWithin(readAs(position, crs, other), outline)).length / tried.length,
  );
};

/**
 * The same of areas, whose ground is asked where their corners are suspect: those of a coarse border around the
 * subdistrict lie outside in the right CRS too.
 */
export const likelyCrsOfAreas = (
  areas: readonly GivenArea[],
  crs: Crs,
  { outline, projection }: { outline: Outline; projection: LocalProjection },
): Crs | undefined => {
  if (!likelyCrsOf(cornersOf(areas), crs, outline)) return undefined;
  const most = areaOfPieces(piecesOf(outline), projection);
  return bestOf(crs, (other) => {
    const ground = areas.map(({ pieces }) =>
      squareMetersInside(movedPieces(pieces, crs, other), outline, projection),
    );
    const [all, inside] = [
      ground.reduce((sum, each) => sum + each.all, 0),
      ground.reduce((sum, each) => sum + each.inside, 0),
    ];
    return all === 0 ? 0 : inside / Math.min(all, most);
  });
};

/** The corners of areas, one after the other. */
export const cornersOf = (areas: readonly GivenArea[]): Position[] =>
  areas.flatMap(({ pieces }) => pieces.flat(2) as Position[]);

/** As it was given, read in the other one. */
const readAs = (position: Position, crs: Crs, other: Crs): Position =>
  convertPosition(convertPosition(position, 'wgs84', crs), other, 'wgs84');

const movedPieces = (pieces: Pieces, crs: Crs, other: Crs): Pieces =>
  crs === other
    ? pieces
    : pieces.map((rings) => rings.map((ring) => ring.map((position) => readAs(position, crs, other))));

const bestOf = (crs: Crs, shareInside: (crs: Crs) => number): Crs | undefined => {
  const now = shareInside(crs);
  if (1 - now < LEAST_OUTSIDE) return undefined;
  const [best] = Crs.options
    .filter((other) => other !== crs)
    .map((other) => ({ other, share: shareInside(other) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share > now + LEAST_BETTER ? best.other : undefined;
};

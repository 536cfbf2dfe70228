import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** So many lines are laid through an outline to find where it is wide. */
const LINES = 16;

const known = new WeakMap<Outline, Position>();

/** A position well inside of an outline, for its name: the middle of the widest stretch of some level lines. */
export function insideOf(outline: Outline): Position {
  const found = known.get(outline) ?? findInside(outline);
  known.set(outline, found);
  return found;
}

const findInside = (outline: Outline): Position => {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
  const lats = rings.flat().map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  let [widest, score]: [Position, number] = [rings[0]?.[0] ?? [0, 0], 0];
  for (let line = 1; line < LINES; line++) {
    const lat = south + ((north - south) * line) / LINES;
    const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
    // Between the first and second, the third and fourth … crossing one is inside; nearer to the middle is better.
    const fromMiddle = Math.abs(line / LINES - 0.5);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [west, east] = [crossings[at] as number, crossings[at + 1] as number];
      const here = (east - west) * (1 - fromMiddle);
      if (here > score) [widest, score] = [[(west + east) / 2, lat], here];
    }
  }
  return widest;
};

const crossingsOf = (ring: readonly Position[], lat: number): number[] =>
  ring.flatMap(([lng, y], at) => {
    const [nextLng, nextY] = ring[at + 1] ?? [lng, y];
    return y <= lat === nextY <= lat ? [] : [lng + ((lat - y) / (nextY - y)) * (nextLng - lng)];
  });

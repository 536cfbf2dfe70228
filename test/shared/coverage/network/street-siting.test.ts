import { describe, expect, it } from 'vitest';
import { Coverage } from '../../../../shared/coverage/coverage.ts';
import { groundOfAreas } from '../../../../shared/coverage/ground-of-areas.ts';
import { buildNetwork } from '../../../../shared/coverage/network/build-network.ts';
import { localPlane } from '../../../../shared/coverage/network/local-plane.ts';
import { streetFill } from '../../../../shared/coverage/network/street-fill.ts';
import type { Streets } from '../../../../shared/coverage/network/street-graph.ts';
import { streetRuns } from '../../../../shared/coverage/network/street-runs.ts';
import type { Raster } from '../../../../shared/coverage/raster.ts';
import { cellPosition } from '../../../../shared/coverage/raster.ts';
import { candidateSites, suggestSites } from '../../../../shared/coverage/suggest-sites.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import { FROM, ORIGIN, townOf } from '../../../support/street-grid.ts';

const RADIUS = 220;
const { toMeters, toPosition } = localPlane(ORIGIN);
const corner = (x: number, y: number): Position => toPosition(x, y);
const outline = {
  type: 'Polygon' as const,
  coordinates: [
    [corner(-300, -300), corner(300, -300), corner(300, 300), corner(-300, 300), corner(-300, -300)],
  ],
};
const streets = townOf(9, 9, 80);
const fillOf = streetFill(buildNetwork(streets, ORIGIN, FROM).network);
const ground = groundOfAreas(outline, [], 'residents', []);
const engine = new Coverage(ground, [], [{ id: 'there', class: 'canteen', position: corner(-200, -200) }], {
  fillField: fillOf(ground.raster),
});
engine.ask([{ class: 'canteen', radiusMeters: RADIUS, detourFactor: 1 }]);

/** Which cells lie within reach of a site, by another way: every street at once, until nothing becomes nearer. */
const reachedBrute = (
  { ids, lngLat, ends }: Streets,
  { width, height }: Raster,
  site: Position,
): Set<number> => {
  const points = Array.from(ids, (_, at) => toMeters(lngLat[2 * at] as number, lngLat[2 * at + 1] as number));
  const pieces = Array.from(
    { length: ends.length / 2 },
    (_, at) => [ends[2 * at] as number, ends[2 * at + 1] as number] as const,
  );
  const length = ([a, b]: readonly [number, number]) =>
    Math.hypot((points[a]?.[0] ?? 0) - (points[b]?.[0] ?? 0), (points[a]?.[1] ?? 0) - (points[b]?.[1] ?? 0));
  const snap = (position: Position) => {
    const [x, y] = toMeters(...position);
    return pieces
      .map((piece) => {
        const [[ax, ay], [bx, by]] = [
          points[piece[0]] as readonly [number, number],
          points[piece[1]] as readonly [number, number],
        ];
        const share = Math.min(
          1,
          Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length(piece) ** 2),
        );
        return { piece, share, meters: Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y) };
      })
      .reduce((a, b) => (b.meters < a.meters ? b : a));
  };
  const from = snap(site);
  const far = points.map(() => Number.POSITIVE_INFINITY);
  far[from.piece[0]] = from.meters + from.share * length(from.piece);
  far[from.piece[1]] = from.meters + (1 - from.share) * length(from.piece);
  for (let isNearer = true; isNearer; ) {
    isNearer = false;
    for (const [a, b] of pieces) {
      for (const [near, next] of [
        [a, b],
        [b, a],
      ] as const) {
        const meters = (far[near] as number) + length([a, b]);
        if (meters >= (far[next] as number)) continue;
        far[next] = meters;
        isNearer = true;
      }
    }
  }
  const reached = new Set<number>();
  for (let cell = 0; cell < width * height; cell++) {
    const { piece, share, meters } = snap(cellPosition(ground.raster, cell));
    const [over, back] = [
      (far[piece[0]] as number) + share * length(piece),
      (far[piece[1]] as number) + (1 - share) * length(piece),
    ];
    const direct =
      piece === from.piece
        ? from.meters + Math.abs(share - from.share) * length(piece)
        : Number.POSITIVE_INFINITY;
    if (Math.min(over, back, direct) + meters <= RADIUS) reached.add(cell);
  }
  return reached;
};

describe('siting along streets', () => {
  const { sites } = candidateSites(ground, 30);
  const runs = streetRuns(ground.raster, sites, fillOf(ground.raster), engine.question('canteen'));
  const cellsOf = (site: number): Set<number> => {
    const cells = new Set<number>();
    for (let run = runs.offsets[site] as number; run < (runs.offsets[site + 1] as number); run++) {
      for (let cell = runs.from[run] as number; cell < (runs.to[run] as number); cell++) cells.add(cell);
    }
    return cells;
  };

  it('reaches from a site what can be walked within the radius, and nothing else', () => {
    for (const site of [0, 7, 15]) {
      const [fast, slow] = [cellsOf(site), reachedBrute(streets, ground.raster, sites[site] as Position)];
      // On the rim a cell may fall either way: lengths are kept to a 64th of a metre.
      const apart =
        [...fast].filter((cell) => !slow.has(cell)).length +
        [...slow].filter((cell) => !fast.has(cell)).length;
      expect(slow.size).toBeGreaterThan(100);
      expect(apart, `site ${site}`).toBeLessThanOrEqual(0.005 * slow.size);
    }
  });

  it('promises no less than the best of all pairs, and never more than its bound', () => {
    const { sites: chosen, total, bound } = suggestSites(engine, 'canteen', { count: 2, runs });
    const covered = engine.coveredParts('canteen');
    const weight = (cell: number) => (ground.inOutline[cell] as number) * (1 - (covered[cell] as number));
    const reached = sites.map((_, site) => cellsOf(site));
    let best = 0;
    for (let a = 0; a < sites.length; a++) {
      for (let b = a + 1; b < sites.length; b++) {
        const both = new Set([...(reached[a] ?? []), ...(reached[b] ?? [])]);
        best = Math.max(
          best,
          [...both].reduce((sum, cell) => sum + weight(cell), 0),
        );
      }
    }
    expect(chosen).toHaveLength(2);
    expect(bound).toBeGreaterThanOrEqual(best * 0.999);
    expect(total).toBeGreaterThanOrEqual(best * 0.999);
    expect(total).toBeLessThanOrEqual(best * 1.001);
  });
});

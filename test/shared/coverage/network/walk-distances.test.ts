import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../shared/coverage/network/build-network.ts';
import { compareWithCircle } from '../../../../shared/coverage/network/compare-with-circle.ts';
import { indexEdges } from '../../../../shared/coverage/network/edge-index.ts';
import { createPointDistances } from '../../../../shared/coverage/network/point-distances.ts';
import { snapPoints } from '../../../../shared/coverage/network/snap-points.ts';
import type { StreetNetwork } from '../../../../shared/coverage/network/street-network.ts';
import { createWalk } from '../../../../shared/coverage/network/walk-distances.ts';
import { FROM, networkOf, ORIGIN, streetsOf, townOf } from '../../../support/street-grid.ts';

/** Streets between some corners, drawn at random: with rings, dead ends, crossings without a node, several parts. */
const someStreets = fc
  .array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), {
    minLength: 2,
    maxLength: 14,
  })
  .chain((corners) => {
    const corner = fc.nat(corners.length - 1);
    return fc.record({
      corners: fc.constant(corners),
      pieces: fc.array(fc.tuple(corner, corner), { minLength: 1, maxLength: 24 }),
    });
  })
  .map(({ corners, pieces }) => buildNetwork(streetsOf(corners, pieces), ORIGIN, FROM).network)
  .filter(({ edgeLength }) => edgeLength.length > 0);

const somePoints = fc.array(
  fc.tuple(fc.integer({ min: -450, max: 450 }), fc.integer({ min: -450, max: 450 })),
  { minLength: 1, maxLength: 6 },
);

/** The nearest place on any street, by trying every piece. */
const snapByTrying = ({ vertexStart, vertexX, vertexY, edgeLength }: StreetNetwork, x: number, y: number) => {
  let nearest = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < edgeLength.length; edge++) {
    for (let vertex = vertexStart[edge]!; vertex + 1 < vertexStart[edge + 1]!; vertex++) {
      const [ax, ay, dx, dy] = [
        vertexX[vertex]!,
        vertexY[vertex]!,
        vertexX[vertex + 1]! - vertexX[vertex]!,
        vertexY[vertex + 1]! - vertexY[vertex]!,
      ];
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
    }
  }
  return nearest;
};

/** All distances between nodes, by Floyd and Warshall. */
const allPairs = ({ nodeX, edgeFrom, edgeTo, edgeLength }: StreetNetwork): number[][] => {
  const nodes = nodeX.length;
  const meters = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const [edge, length] of edgeLength.entries()) {
    const [a, b] = [edgeFrom[edge]!, edgeTo[edge]!];
    if (length < meters[a]![b]!) meters[a]![b] = meters[b]![a] = length;
  }
  for (let via = 0; via < nodes; via++) {
    for (let a = 0; a < nodes; a++) {
      for (let b = 0; b < nodes; b++) {
        meters[a]![b] = Math.min(meters[a]![b]!, meters[a]![via]! + meters[via]![b]!);
      }
    }
  }
  return meters;
};

const xs = (points: readonly (readonly [number, number])[]) => points.map(([x]) => x);
const ys = (points: readonly (readonly [number, number])[]) => points.map(([, y]) => y);

describe('snapPoints', () => {
  it('finds the nearest street, wherever a point and a street lie', () => {
    fc.assert(
      fc.property(someStreets, somePoints, (network, points) => {
        const snaps = snapPoints(indexEdges(network), xs(points), ys(points), 250);
        for (const [index, [x, y]] of points.entries()) {
          const nearest = snapByTrying(network, x, y);
          if (nearest > 250.01) expect(snaps.edge[index]).toBe(-1);
          if (nearest > 249.99) continue;
          expect(snaps.meters[index]).toBeCloseTo(nearest, 2);
          expect(snaps.along[index]).toBeGreaterThanOrEqual(0);
          expect(snaps.along[index]).toBeLessThanOrEqual(network.edgeLength[snaps.edge[index]!]!);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells how far along its edge, over the bends', () => {
    const network = networkOf(
      [
        [0, 0],
        [100, 0],
        [100, 100],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    );
    const snaps = snapPoints(indexEdges(network), [40, 107], [-9, 50]);
    expect(Array.from(snaps.along, Math.round)).toEqual([40, 150]);
    expect(Array.from(snaps.meters, Math.round)).toEqual([9, 7]);
  });
});

describe('walking from all facilities at once', () => {
  it('reaches every point as far as trying all ways says', () => {
    fc.assert(
      fc.property(someStreets, somePoints, somePoints, (network, facilities, points) => {
        const index = indexEdges(network);
        const [sources, cells] = [
          snapPoints(index, xs(facilities), ys(facilities), 150),
          snapPoints(index, xs(points), ys(points), 150),
        ];
        const [ofNodes, nearest] = [new Int32Array(network.nodeX.length), new Int32Array(points.length)];
        const distances = createWalk(network)(sources, { nearest: ofNodes });
        const told = { ofNodes, into: nearest };
        const found = createPointDistances(network)(cells, distances, sources, undefined, told);
        const pairs = allPairs(network);
        const { edgeFrom, edgeTo, edgeLength } = network;
        const ends = (edge: number, along: number) =>
          [
            [edgeFrom[edge]!, along],
            [edgeTo[edge]!, edgeLength[edge]! - along],
          ] as const;
        const isNowhere = sources.edge.every((edge) => edge < 0);
        for (const [point, edge] of cells.edge.entries()) {
          const ways = [...sources.edge].map((other, source) => {
            let least = Number.POSITIVE_INFINITY;
            if (edge < 0 || other < 0) return least;
            const off = cells.meters[point]! + sources.meters[source]!;
            if (edge === other)
              least = Math.min(least, off + Math.abs(cells.along[point]! - sources.along[source]!));
            for (const [a, toA] of ends(edge, cells.along[point]!)) {
              for (const [b, toB] of ends(other, sources.along[source]!)) {
                least = Math.min(least, off + toA + pairs[a]![b]! + toB);
              }
            }
            return least;
          });
          const least = Math.min(...ways);
          if (least < Number.POSITIVE_INFINITY) expect(ways[nearest[point]!]).toBeCloseTo(least, 1);
          else expect(nearest[point]).toBe(-1);
          if (edge < 0) expect(found[point]).toBeNaN();
          else if (least < Number.POSITIVE_INFINITY) expect(found[point]).toBeCloseTo(least, 1);
          else if (isNowhere) expect(found[point]).toBe(Number.POSITIVE_INFINITY);
          else expect(found[point]).toBeNaN();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('goes straight along an edge that both lie on, and adds both ways to the street', () => {
    const network = networkOf(
      [
        [0, 0],
        [1000, 0],
      ],
      [[0, 1]],
    );
    const index = indexEdges(network);
    const sources = snapPoints(index, [400], [30]);
    const cells = snapPoints(index, [410, 700, 400, 500], [-20, 0, 30, 900]);
    const found = createPointDistances(network)(cells, createWalk(network)(sources), sources);
    expect(Array.from(found, Math.round)).toEqual([60, 330, 60, Number.NaN]);
  });

  it('keeps a facility that no street is near out of it', () => {
    const network = networkOf(
      [
        [0, 0],
        [1000, 0],
      ],
      [[0, 1]],
    );
    const index = indexEdges(network);
    const sources = snapPoints(index, [400], [3000]);
    const cells = snapPoints(index, [410], [0]);
    expect(createPointDistances(network)(cells, createWalk(network)(sources), sources)[0]).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('compareWithCircle', () => {
  it('finds half of a disc over streets that run at right angles, and the detour of a corner', () => {
    const lines = Array.from({ length: 41 }, (_, index) => (index - 20) * 50);
    const corners = lines.flatMap((y) => lines.map((x): [number, number] => [x, y]));
    const pieces = lines.flatMap((_, row) =>
      lines.flatMap((_, column): [number, number][] => [
        ...(column < 40 ? [[row * 41 + column, row * 41 + column + 1] as [number, number]] : []),
        ...(row < 40 ? [[row * 41 + column, row * 41 + column + 41] as [number, number]] : []),
      ]),
    );
    const compared = compareWithCircle(networkOf(corners, pieces), 500);
    // The square that stands on its corner, 2 r² of the disc's π r²; the way into the blocks takes a little more.
    expect(compared?.reachableShare).toBeGreaterThan(0.57);
    expect(compared?.reachableShare).toBeLessThan(2 / Math.PI);
    expect(compared?.detour).toBeGreaterThan(1.2);
    expect(compared?.detour).toBeLessThan(1.4);
  });

  it('says nothing where no disc fits into the network', () => {
    const { network } = buildNetwork(townOf(5, 5), ORIGIN, FROM);
    expect(compareWithCircle(network, 1000)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../shared/coverage/network/build-network.ts';
import { localPlane } from '../../../../shared/coverage/network/local-plane.ts';
import { decodeNetwork, encodeNetwork } from '../../../../shared/coverage/network/network-file.ts';
import { distanceMeters } from '../../../../shared/geo/distance.ts';
import { dice, FROM, networkOf, ORIGIN, streetsOf, townOf } from '../../../support/street-grid.ts';

describe('localPlane', () => {
  it('measures within 0.3 % of the great circle, 5 km around its origin, and leads back', () => {
    const { toMeters, toPosition } = localPlane(ORIGIN);
    fc.assert(
      fc.property(
        fc.double({ min: -0.045, max: 0.045, noNaN: true }),
        fc.double({ min: -0.045, max: 0.045, noNaN: true }),
        (dx, dy) => {
          fc.pre(Math.hypot(dx, dy) > 0.001);
          const [lng, lat] = [ORIGIN[0] + dx, ORIGIN[1] + dy];
          const [x, y] = toMeters(lng, lat);
          expect(Math.hypot(x, y) / distanceMeters(ORIGIN, [lng, lat])).toBeCloseTo(1, 2.5);
          expect(toPosition(x, y)[0]).toBeCloseTo(lng, 9);
          expect(toPosition(x, y)[1]).toBeCloseTo(lat, 9);
        },
      ),
    );
  });
});

describe('buildNetwork', () => {
  it('makes one edge of a chain, keeps its bends and its length', () => {
    const network = networkOf(
      [
        [0, 0],
        [100, 0],
        [100, 50],
        [200, 50],
        [0, 80],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 4],
      ],
    );
    expect(network.edgeLength.length).toBe(1);
    expect(network.edgeLength[0]).toBeCloseTo(330, 1);
    expect(Array.from(network.vertexX, Math.round)).toEqual([200, 100, 100, 0, 0]);
    expect(network.nodeX.length).toBe(2);
  });

  it('makes a node of every crossing and end', () => {
    const network = networkOf(
      [
        [0, 0],
        [100, 0],
        [200, 0],
        [100, 100],
      ],
      [
        [0, 1],
        [1, 2],
        [1, 3],
      ],
    );
    expect(network.nodeX.length).toBe(4);
    expect(Array.from(network.edgeLength, Math.round)).toEqual([100, 100, 100]);
    expect(Array.from(network.arcStart)).toEqual([0, 1, 4, 5, 6]);
  });

  it('keeps a ring without crossings, and a loop at the end of a street', () => {
    const ring = networkOf(
      [
        [0, 0],
        [100, 0],
        [100, 100],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
    );
    expect([ring.nodeX.length, ring.edgeLength.length]).toEqual([1, 1]);
    expect(ring.edgeLength[0]).toBeCloseTo(341.42, 1);
    const loop = networkOf(
      [
        [-50, 0],
        [0, 0],
        [100, 0],
        [100, 100],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 1],
      ],
    );
    expect([loop.nodeX.length, loop.edgeLength.length]).toEqual([2, 2]);
  });

  it('counts a piece that is drawn twice once, and no piece from a point to itself', () => {
    const network = networkOf(
      [
        [0, 0],
        [100, 0],
      ],
      [
        [0, 1],
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    );
    expect(Array.from(network.edgeLength, Math.round)).toEqual([100]);
  });

  it('leaves out islands and tells how long they are and where', () => {
    const { network, leftOut } = buildNetwork(
      streetsOf(
        [
          [0, 0],
          [1000, 0],
          [500, 200],
          [550, 200],
          [300, 90],
          [300, 120],
        ],
        [
          [0, 1],
          [2, 3],
          [4, 5],
        ],
      ),
      ORIGIN,
      FROM,
    );
    expect(network.edgeLength.length).toBe(1);
    expect(leftOut.map(({ meters }) => Math.round(meters))).toEqual([50, 30]);
    expect(distanceMeters(leftOut[0]!.position, localPlane(ORIGIN).toPosition(500, 200))).toBeLessThan(1);
  });

  it('keeps both sides of a river', () => {
    const { network, leftOut } = buildNetwork(
      streetsOf(
        [
          [0, 0],
          [1000, 0],
          [0, 500],
          [400, 500],
        ],
        [
          [0, 1],
          [2, 3],
        ],
      ),
      ORIGIN,
      FROM,
    );
    expect([network.edgeLength.length, leftOut.length]).toEqual([2, 0]);
  });

  it('makes the same network whatever the order of points and pieces', () => {
    const town = townOf(12, 9);
    const roll = dice(3);
    const order = Array.from(town.ids, (_, index) => index).sort(() => roll() - 0.5);
    const place = new Map(order.map((point, index) => [point, index]));
    const ends = Array.from({ length: town.ends.length / 2 }, (_, piece) => [
      place.get(town.ends[2 * piece + 1]!)!,
      place.get(town.ends[2 * piece]!)!,
    ]).sort(() => roll() - 0.5);
    const shuffled = {
      ids: order.map((point) => town.ids[point]!),
      lngLat: order.flatMap((point) => [town.lngLat[2 * point]!, town.lngLat[2 * point + 1]!]),
      ends: ends.flat(),
    };
    const bytesOf = (streets: typeof town) => encodeNetwork(buildNetwork(streets, ORIGIN, FROM).network);
    expect(bytesOf(shuffled)).toEqual(bytesOf(town));
  });
});

describe('the file of a network', () => {
  const { network } = buildNetwork(townOf(10, 10), ORIGIN, FROM);
  const bytes = encodeNetwork(network);

  it('comes back as it was', () => {
    expect(decodeNetwork(bytes)).toEqual(network);
  });

  it('is read in place, and also where its bytes lie crooked', () => {
    const { nodeX } = decodeNetwork(bytes);
    expect(nodeX.buffer).toBe(bytes.buffer);
    const crooked = new Uint8Array(bytes.length + 1).subarray(1);
    crooked.set(bytes);
    expect(decodeNetwork(crooked)).toEqual(network);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new TextEncoder().encode('<html>'.repeat(20))],
    ['half of it', bytes.slice(0, bytes.length / 2)],
    ['more than it', new Uint8Array([...bytes, 0, 0, 0, 0])],
    ['a later version', bytes.with(8, 2)],
    ['a way to a node that is not there', bytes.with(bytes.length - 1, 0).fill(255, 400, 900)],
    ['a street without end', encodeNetwork({ ...network, edgeLength: network.edgeLength.with(3, Infinity) })],
    ['a way without end', encodeNetwork({ ...network, arcLength: network.arcLength.with(3, Infinity) })],
    ['a way backwards', encodeNetwork({ ...network, arcLength: network.arcLength.with(3, -1) })],
    ['a street nowhere', encodeNetwork({ ...network, vertexX: network.vertexX.with(5, NaN) })],
    ['a crossing on the moon', encodeNetwork({ ...network, nodeY: network.nodeY.with(5, 4e8) })],
    [
      'ways that begin before the first',
      encodeNetwork({ ...network, arcStart: network.arcStart.with(0, 1) }),
    ],
    ['without an origin', encodeNetwork({ ...network, origin: [NaN, 31] })],
    ['words that are none', encodeNetwork({ ...network, from: { ...FROM, source: undefined as never } })],
  ])('is refused when it is %s', (_, broken) => {
    expect(() => decodeNetwork(broken)).toThrow();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistanceHeap } from '../../../../shared/coverage/network/distance-heap.ts';

describe('DistanceHeap', () => {
  it('gives the nearest first, in whatever order nodes came and between whatever others', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 999 }), { freq: 4 })), (steps) => {
        const heap = new DistanceHeap(0);
        heap.clear(steps.length);
        const left: number[] = [];
        for (const distance of steps) {
          if (distance !== null) {
            heap.push(distance, distance + 5000);
            left.push(distance);
            left.sort((a, b) => a - b);
          } else if (left.length > 0) {
            expect(heap.nearestMeters).toBe(left[0]);
            expect(heap.pop()).toBe((left.shift() as number) + 5000);
          }
        }
        expect(heap.size).toBe(left.length);
        expect(left.map(() => heap.pop() - 5000)).toEqual(left);
      }),
      { numRuns: 500 },
    );
  });
});

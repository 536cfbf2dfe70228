import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKET_METERS, DistanceBuckets } from '../../../../shared/coverage/network/distance-buckets.ts';

describe('DistanceBuckets', () => {
  it('gives every node once, never one while another waits that is nearer by a bucket', () => {
    const step = fc.record({ further: fc.integer({ min: 0, max: 500 }), pushes: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), fc.nat(3), (steps, capacity) => {
        const buckets = new DistanceBuckets(capacity);
        // A second use finds nothing of the first.
        buckets.clear(100);
        buckets.push(50, 1);
        buckets.clear(500);
        const waiting = new Map<number, number>();
        let [node, reached] = [0, 0];
        const take = () => {
          const least = Math.min(...waiting.values());
          expect(buckets.take()).toBe(true);
          expect(waiting.get(buckets.node)).toBe(buckets.meters);
          expect(Math.floor(buckets.meters / BUCKET_METERS)).toBe(Math.floor(least / BUCKET_METERS));
          waiting.delete(buckets.node);
          reached = Math.max(reached, least);
        };
        for (const { further, pushes } of steps) {
          for (let count = 0; count < pushes; count++) {
            const meters = Math.fround(reached + (further * (count + 1)) / pushes);
            buckets.push(meters, node);
            waiting.set(node++, meters);
          }
          if (waiting.size > 0) take();
        }
        while (waiting.size > 0) take();
        expect(buckets.take()).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

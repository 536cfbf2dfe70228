import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapPlace } from '../../../web-map/map/map-place.ts';
import { createPlaceIndex } from '../../../web-map/map/place-index.ts';

const EVERYWHERE: [number, number, number, number] = [120, 30, 123, 33];

const placeAt = (id: number, lng: number, lat: number): MapPlace => ({
  id: String(id),
  name: `地点 ${id}`,
  position: [lng, lat],
  kind: (['station', 'merchant', 'facility'] as const)[id % 3] ?? 'station',
  status: 'open',
  illustrative: true,
});

const somePlaces = fc
  .array(
    fc.tuple(fc.double({ min: 121, max: 122, noNaN: true }), fc.double({ min: 31, max: 32, noNaN: true })),
    {
      maxLength: 60,
    },
  )
  .map((positions) => positions.map(([lng, lat], id) => placeAt(id, lng, lat)));

describe('the index of places', () => {
  it('loses and doubles no place at any zoom, and counts every kind', () => {
    fc.assert(
      fc.property(somePlaces, fc.integer({ min: 13, max: 18 }), (places, zoom) => {
        const items = createPlaceIndex(places).itemsIn(EVERYWHERE, zoom);
        for (const kind of ['station', 'merchant', 'facility'] as const) {
          const found = items.reduce(
            (sum, item) => sum + ('counts' in item ? item.counts[kind] : item.place.kind === kind ? 1 : 0),
            0,
          );
          expect(found).toBe(places.filter((place) => place.kind === kind).length);
        }
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
    );
  });

  it('gathers nothing when seen from close by, even at the same door', () => {
    const items = createPlaceIndex([placeAt(1, 121.4, 31.2), placeAt(2, 121.4, 31.2)]).itemsIn(
      EVERYWHERE,
      17,
    );
    expect(items.map((item) => 'place' in item)).toEqual([true, true]);
  });

  it('opens a cluster at the zoom that it names, and not before', () => {
    const index = createPlaceIndex([placeAt(1, 121.4, 31.2), placeAt(2, 121.4008, 31.2)]);
    const [cluster] = index.itemsIn(EVERYWHERE, 13);
    if (!cluster || !('clusterId' in cluster))
      throw new Error('two places 76 m apart should be one from afar');
    const zoom = index.expansionZoom(cluster.clusterId);
    expect(index.itemsIn(EVERYWHERE, zoom)).toHaveLength(2);
    expect(index.itemsIn(EVERYWHERE, zoom - 1)).toHaveLength(1);
  });

  it('answers only what lies in the box', () => {
    const index = createPlaceIndex([placeAt(1, 121.4, 31.2), placeAt(2, 121.9, 31.9)]);
    expect(index.itemsIn([121.3, 31.1, 121.5, 31.3], 16).map(({ key }) => key)).toEqual(['1']);
  });
});

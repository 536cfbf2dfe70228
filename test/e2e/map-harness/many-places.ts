import type { MapPlace } from '../../../web-map/map/map-place.ts';

const KINDS = ['station', 'merchant', 'facility'] as const;
const STATUSES = ['open', 'closing_soon', 'closed', 'unknown'] as const;

/** Places strewn over 12 × 12 km of Shanghai, the same at every call (a multiplicative generator). */
export const manyPlaces = (count: number): MapPlace[] => {
  let state = 20_261_120;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `place-${index}`,
    name: `地点 ${index}`,
    position: [121.4165 + (next() - 0.5) * 0.126, 31.2185 + (next() - 0.5) * 0.108],
    kind: KINDS[Math.floor(next() * 3)] ?? 'station',
    status: STATUSES[Math.floor(next() * 4)] ?? 'open',
    illustrative: true,
  }));
};

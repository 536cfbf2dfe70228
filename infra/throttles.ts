import type { OperationId } from '../shared/api/paths.ts';

/** Requests per second on average, and how many may come at once; beyond them API Gateway answers 429. */
export type Throttle = { ratePerSecond: number; burst: number };

/** Everything together, and whatever has no limit of its own: the site's files and unknown paths. */
export const stageThrottle: Throttle = { ratePerSecond: 500, burst: 1000 };

const fromMemory: Throttle = { ratePerSecond: 300, burst: 600 };
const fromQueries: Throttle = { ratePerSecond: 100, burst: 200 };
/** Up to 4 MB an answer. */
const inBulk: Throttle = { ratePerSecond: 5, burst: 10 };

/** Limits for the whole system, not per rider: they bound the bill and keep exports from crowding out the map. */
const own: Partial<Record<OperationId, Throttle>> = {
  getTile: fromMemory,
  listNearbyPlaces: fromMemory,
  getCatalog: fromMemory,
  getPlace: fromQueries,
  listPlaces: fromQueries,
  listSubdistricts: fromQueries,
  getHealth: { ratePerSecond: 10, burst: 20 },
  getOpenapi: { ratePerSecond: 10, burst: 20 },
  exportPlacesGeojson: inBulk,
  exportPlacesCsv: inBulk,
};

/** Signed-in work: a street office is tens of people. */
const byPeople: Throttle = { ratePerSecond: 50, burst: 100 };

/** The limit of an operation. */
export const throttleOf = (operation: OperationId): Throttle => own[operation] ?? byPeople;

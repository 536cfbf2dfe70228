import type { OperationId } from '../shared/api/paths.ts';

/** Requests per second on average, and how many may come at once; beyond them API Gateway answers 429. */
export type Throttle = { ratePerSecond: number; burst: number };

/** Everything together, and whatever has no limit of its own: the site's files and unknown paths. */
export const stageThrottle: Throttle = { ratePerSecond: 500, burst: 1000 };

const fromMemory: Throttle = { ratePerSecond: 300, burst: 600 };
const fromQueries: Throttle = { ratePerSecond: 100, burst: 200 };
/** Up to 4 MB an answer. */
const inBulk: Throttle = { ratePerSecond: 5, burst: 10 };

/** A second of a whole core each. */
const heavy: Throttle = { ratePerSecond: 10, burst: 20 };
/** What nobody needs an account for and what writes all the same. */
const byAnybody: Throttle = { ratePerSecond: 20, burst: 40 };

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
  exportPlacesXlsx: inBulk,
  exportMe: inBulk,
  importRows: inBulk,
  importAreas: inBulk,
  importPeople: inBulk,
  importBuildings: inBulk,
  listBuildings: inBulk,
  exportCoverage: inBulk,
  getNetwork: inBulk,
  getPhotoImage: fromQueries,
  createPhoto: heavy,
  completePhoto: heavy,
  getCoverage: heavy,
  getGaps: heavy,
  proposeSites: heavy,
  confirmPlace: byAnybody,
  createSession: byAnybody,
  createWebSignIn: byAnybody,
  redeemTicket: byAnybody,
  // Each page that shows a code asks every few seconds.
  pollWebSignIn: fromQueries,
  // WeChat pushes the results of picture checks in waves.
  verifyPush: { ratePerSecond: 5, burst: 10 },
  receivePush: fromQueries,
};

/** Signed-in work: a street office is tens of people. */
const byPeople: Throttle = { ratePerSecond: 50, burst: 100 };

/** The limit of an operation. */
export const throttleOf = (operation: OperationId): Throttle => own[operation] ?? byPeople;

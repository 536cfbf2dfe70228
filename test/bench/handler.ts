import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Position } from '../../shared/geo/position.ts';
import { type Tile, tileBbox } from '../../shared/geo/tile.ts';
import type { BenchData } from './bench-data.ts';
import {
  eventOf,
  loadMapHandler,
  type MapHandler,
  nearbyRequest,
  randomPositions,
  tileRequest,
  tilesOf,
  tilesUnder,
} from './map-handler.ts';
import { median, quantile, type Row, type Section } from './rows.ts';

const ROUNDS = 5;
const REQUESTS = 1_000;
/** Tiles are read this many at a time to warm a cache. */
const READS_AT_ONCE = 8;

/** The built map function by itself: event in, response out. */
export const handler = async (data: BenchData): Promise<Section[]> => [
  await bySize(data),
  await byRequest(data),
];

/** The same request on three tables in turn, so that whatever disturbs the machine disturbs all of them. */
const bySize = async (data: BenchData): Promise<Section> => {
  const sizes = [1_000, 10_000, 100_000].map((count) => ({
    count,
    handle: loadMapHandler(data.environment(count)),
    events: randomPositions(REQUESTS, count).map((position) => eventOf(nearbyRequest(position))),
    rounds: [] as Round[],
  }));
  // The largest last: its tiles are to be no older than the 30 s of the cache when the rounds end.
  for (const { handle, count } of sizes) {
    const seconds = await warmUp(handle, count);
    if (count === 100_000) console.log(`read the tiles of ${count} places in ${seconds.toFixed(1)} s`);
  }
  for (const { handle, events } of sizes) await round(handle, events);
  collectGarbage();
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const { handle, events, rounds } of sizes) rounds.push(await round(handle, events));
  }
  const rows = sizes.flatMap(({ count, rounds }) => {
    const isTarget = count === 100_000;
    const what = `nearest 20 within 1 km of ${count.toLocaleString('en')} places`;
    return rowsOf(what, rounds, isTarget ? { p50: 0.3, p99: 1.5, cpu: 200 } : {});
  });
  const p50 = (index: number) => median(sizes[index]?.rounds.map((one) => one.p50) ?? []);
  return {
    title: 'The handler: event in, response out, warm',
    note: `Random positions over the whole area; medians of ${ROUNDS} rounds of ${REQUESTS} requests, the sizes in turn.`,
    rows: [...rows, { what: '100,000 places to 10,000: p50', value: p50(2) / p50(1), unit: '×', most: 1.5 }],
  };
};

/** Other requests of the map, over 10,000 places. */
const byRequest = async (data: BenchData): Promise<Section> => {
  const count = 10_000;
  const handle = loadMapHandler(data.environment(count));
  await warmUp(handle, count);
  collectGarbage();
  const positions = randomPositions(REQUESTS, count);
  const gzip = { 'accept-encoding': 'gzip' };
  const tiles = tilesUnder(positions);
  const kinds: Record<string, APIGatewayProxyEventV2[]> = {
    'nearest 20, gzip': positions.map((at) => eventOf({ ...nearbyRequest(at), headers: gzip })),
    'nearest 20 that are open and have water': positions.map((at) =>
      eventOf(nearbyRequest(at, { openAt: 'now', amenities: 'drinking_water' })),
    ),
    'nearest 20 as WeChat markers': positions.map((at) =>
      eventOf(nearbyRequest(at, { format: 'markers', crs: 'gcj02' })),
    ),
    'nearest 50 within 5 km': positions.map((at) =>
      eventOf(nearbyRequest(at, { radiusMeters: '5000', limit: '50' })),
    ),
    'list of a box of 2 km by pinyin, 50 at most': positions.map(([lng, lat]) =>
      eventOf({
        id: 'listPlaces',
        query: { bbox: [lng - 0.01, lat - 0.009, lng + 0.01, lat + 0.009].join(','), q: 'shitang' },
      }),
    ),
    'tile, 200': tiles.map((tile) => eventOf(tileRequest(tile))),
    'tile, 200, gzip': tiles.map((tile) => eventOf(tileRequest(tile, gzip))),
    'tile, 304': tiles.map((tile) => eventOf(tileRequest(tile, { 'if-none-match': '*' }))),
  };
  const rows: Row[] = [];
  for (const [what, events] of Object.entries(kinds)) {
    await round(handle, events);
    const rounds: Round[] = [];
    for (let turn = 0; turn < 3; turn++) rounds.push(await round(handle, events));
    rows.push(...rowsOf(what, rounds));
  }
  return { title: 'The handler, other requests over 10,000 places, warm', rows };
};

/** Has the function read every tile that has places; answers the seconds it took. */
export const warmUp = async (handle: MapHandler, count: number): Promise<number> => {
  const begun = performance.now();
  const tiles = tilesOf(count).values();
  await Promise.all(
    Array.from({ length: READS_AT_ONCE }, async () => {
      for (const tile of tiles) await handle(eventOf(nearbyRequest(middleOf(tile), { radiusMeters: '0' })));
    }),
  );
  return (performance.now() - begun) / 1000;
};

/** What reading a whole city left behind is not to be cleared away on the time of the requests that follow. */
const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

const middleOf = (tile: Tile): Position => {
  const [west, south, east, north] = tileBbox(tile);
  return [(west + east) / 2, (south + north) / 2];
};

type Round = { p50: number; p99: number; cpu: number };

const round = async (handle: MapHandler, events: readonly APIGatewayProxyEventV2[]): Promise<Round> => {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const event of events) {
    const begun = performance.now();
    const { statusCode } = await handle(event);
    times.push(performance.now() - begun);
    if (statusCode !== 200 && statusCode !== 304) throw new Error(`answered ${statusCode}`);
  }
  const { user, system } = process.cpuUsage(before);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: (user + system) / events.length };
};

const rowsOf = (
  what: string,
  rounds: readonly Round[],
  most: { p50?: number; p99?: number; cpu?: number } = {},
): Row[] => {
  const of = (name: keyof Round) => median(rounds.map((one) => one[name]));
  return [
    { what: `${what}: p50`, value: of('p50'), unit: 'ms', ...(most.p50 && { most: most.p50 }) },
    { what: `${what}: p99`, value: of('p99'), unit: 'ms', ...(most.p99 && { most: most.p99 }) },
    { what: `${what}: CPU`, value: of('cpu'), unit: 'µs', ...(most.cpu && { most: most.cpu }) },
  ];
};

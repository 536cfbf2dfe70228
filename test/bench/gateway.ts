import { once } from 'node:events';
import autocannon from 'autocannon';
import type { BenchData } from './bench-data.ts';
import {
  addressOf,
  type MapRequest,
  nearbyRequest,
  randomPositions,
  tileRequest,
  tilesUnder,
} from './map-handler.ts';
import { median, quantile, type Row, type Section } from './rows.ts';
import { type Served, serve } from './served.ts';

const COUNT = 100_000;
const ROUNDS = 3;
const SECONDS = 2;

/** Positions within this many places: two environments read their tiles in seconds, well within the cache's 30. */
const WARM_AREA = 10_000;

/** Latency and throughput through the local gateway, and of a server that holds everything in memory. */
export const gateway = async (data: BenchData): Promise<Section[]> => {
  const positions = randomPositions(500, WARM_AREA);
  const nearby = positions.map((position) => nearbyRequest(position));
  const tiles = tilesUnder(positions).map((tile) => tileRequest(tile));
  const served = await serve('gateway', JSON.stringify(data.environment(COUNT)));
  const rows: Row[] = [];
  try {
    // Both environments read their tiles now, and the functions are compiled, before anything counts.
    await load(served, nearby, 10, 8);
    rows.push(...(await rowsOf(served, 'nearby', nearby, { p50: 1.2, p99: 5, perSecond: 1500 })));
    const gzipped = nearby.map((request) => ({ ...request, headers: { 'accept-encoding': 'gzip' } }));
    rows.push(...(await rowsOf(served, 'nearby, gzip', gzipped)));
    rows.push(...(await rowsOf(served, 'tile', tiles)));
    const zipped = tiles.map((request) => ({ ...request, headers: { 'accept-encoding': 'gzip' } }));
    rows.push(...(await rowsOf(served, 'tile, gzip', zipped)));
    const unchanged = tiles.map((request) => ({ ...request, headers: { 'if-none-match': '*' } }));
    rows.push(...(await rowsOf(served, 'tile, 304', unchanged)));
    const { memoryBytes } = await served.usage();
    rows.push({ what: 'memory of gateway and both environments', value: memoryBytes / 2 ** 20, unit: 'MB' });
  } finally {
    await served.close();
  }
  return [
    { title: 'Through the gateway, 100,000 places, two environments', rows, note: NOTE },
    await forScale(nearby),
  ];
};

const NOTE =
  'The load generator shares the cores with gateway, worker threads and engine. Positions lie in the 19 km around ' +
  `the middle, so that both environments are warm; medians of ${ROUNDS} rounds of ${SECONDS} s.`;

const forScale = async (nearby: readonly MapRequest[]): Promise<Section> => {
  const served = await serve('memory', String(COUNT));
  try {
    return {
      title: 'For scale: a grid in memory behind node:http, 100,000 places',
      note: 'The same twenty places without validation, open state or confidence, in one process and one thread.',
      rows: await rowsOf(served, 'nearby', nearby),
    };
  } finally {
    await served.close();
  }
};

type Targets = { p50?: number; p99?: number; perSecond?: number };

const rowsOf = async (
  served: Served,
  what: string,
  requests: readonly MapRequest[],
  targets: Targets = {},
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const connections of [1, 10]) {
    await load(served, requests, connections, 1);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await load(served, requests, connections, SECONDS));
    }
    const of = (value: (round: Round) => number) => median(rounds.map(value));
    const at = `${what}, ${connections} connection${connections > 1 ? 's' : ''}`;
    const one = connections === 1;
    rows.push(
      {
        what: `${at}: p50`,
        value: of((r) => r.p50),
        unit: 'ms',
        ...(one && targets.p50 && { most: targets.p50 }),
      },
      {
        what: `${at}: p99`,
        value: of((r) => r.p99),
        unit: 'ms',
        ...(one && targets.p99 && { most: targets.p99 }),
      },
      {
        what: `${at}: requests`,
        value: of((r) => r.perSecond),
        unit: '/s',
        ...(!one && targets.perSecond && { least: targets.perSecond }),
      },
    );
    if (!one) rows.push({ what: `${at}: CPU of the server`, value: of((r) => r.cpu), unit: 'µs a request' });
  }
  return rows;
};

type Round = { p50: number; p99: number; perSecond: number; cpu: number };

const load = async (
  served: Served,
  requests: readonly MapRequest[],
  connections: number,
  seconds: number,
): Promise<Round> => {
  const latencies: number[] = [];
  const before = await served.usage();
  const instance = autocannon(
    {
      url: served.address,
      connections,
      duration: seconds,
      requests: requests.map((request) => ({
        path: addressOf(request),
        ...(request.headers && { headers: request.headers }),
      })),
    },
    () => {},
  );
  // Its own histogram counts whole milliseconds; what is measured here takes less than one.
  instance.on('response', (_client, status, _bytes, milliseconds) => {
    if (status !== 200 && status !== 304) throw new Error(`answered ${status}`);
    latencies.push(milliseconds);
  });
  await once(instance, 'done');
  const after = await served.usage();
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    perSecond: latencies.length / seconds,
    cpu: (after.cpuMicroseconds - before.cpuMicroseconds) / latencies.length,
  };
};

import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BenchData } from './bench-data.ts';
import {
  eventOf,
  loadMapHandler,
  nearbyRequest,
  randomPositions,
  tileRequest,
  tilesUnder,
} from './map-handler.ts';
import { median, type Row, type Section } from './rows.ts';

const COUNT = 100_000;
const SAMPLES = 12;

/** How often the table is asked for one request, by a function that has nothing in its cache and then again. */
export const reads = async (data: BenchData): Promise<Section[]> => {
  const proxy = await countingProxy(data.endpoint);
  const environment = { ...data.environment(COUNT), DYNAMODB_ENDPOINT: proxy.endpoint };
  const rows: Row[] = [];
  const commands = new Set<string>();
  const ask = async (radiusMeters: string, most: number | undefined) => {
    const cold: number[] = [];
    const warm: number[] = [];
    for (const position of randomPositions(SAMPLES, COUNT)) {
      const handle = loadMapHandler(environment);
      const event = eventOf(nearbyRequest(position, { radiusMeters }));
      for (const counts of [cold, warm]) {
        proxy.commands.length = 0;
        const { statusCode } = await handle(event);
        if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
        counts.push(proxy.commands.length);
        for (const command of proxy.commands) commands.add(command);
      }
    }
    const what = `nearby within ${Number(radiusMeters) / 1000} km`;
    rows.push(
      { what: `${what}: cold, middle`, value: median(cold), unit: 'queries' },
      { what: `${what}: cold, most`, value: Math.max(...cold), unit: 'queries', ...(most && { most }) },
      { what: `${what}: warm, most`, value: Math.max(...warm), unit: 'queries', most: 0 },
    );
  };
  try {
    await ask('1000', undefined);
    await ask('3000', 16);
    await ask('5000', 32);
    const handle = loadMapHandler(environment);
    proxy.commands.length = 0;
    for (const tile of tilesUnder(randomPositions(1, COUNT))) await handle(eventOf(tileRequest(tile)));
    rows.push({ what: 'tile: cold', value: proxy.commands.length, unit: 'queries' });
  } finally {
    proxy.close();
  }
  const others = [...commands].filter((command) => command !== 'Query');
  rows.push({ what: 'commands other than Query (no Scan)', value: others.length, unit: '', most: 0 });
  return [{ title: 'Reads of the table for one request, 100,000 places', rows }];
};

/** Passes requests on to the engine and writes down their commands: what it counts has really been sent. */
const countingProxy = async (endpoint: string) => {
  const commands: string[] = [];
  const server = createServer((incoming, response) => {
    commands.push(String(incoming.headers['x-amz-target']).split('.')[1] ?? '');
    const onward = httpRequest(endpoint + incoming.url, {
      method: incoming.method,
      headers: incoming.headers,
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commands,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

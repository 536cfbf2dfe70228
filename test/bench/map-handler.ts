import { createRequire } from 'node:module';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { contextBundle } from '../../infra/bundle/functions.ts';
import { setEnvironment } from '../../infra/local/env.ts';
import { type OperationId, paths } from '../../shared/api/paths.ts';
import type { Position } from '../../shared/geo/position.ts';
import { type Tile, tileOf, tilesOfBbox } from '../../shared/geo/tile.ts';
import { edgeKilometers, randomNumbers, randomPosition } from './generate-places.ts';

/** The built map function, event in, response out. */
export type MapHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Loads the built bundle of the map anew, on the table that an environment names. */
export const loadMapHandler = (environment: Record<string, string>): MapHandler => {
  setEnvironment(environment);
  const file = contextBundle('map');
  const require = createRequire(file);
  delete require.cache[file];
  const { handler } = require(file) as {
    handler: (event: unknown, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
  };
  const context = { getRemainingTimeInMillis: () => 15_000 } as Context;
  return (event) => handler(event, context);
};

/** A request for an operation as its address says it. */
export type MapRequest = {
  id: OperationId;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** The address of a request, path and query. */
export const addressOf = ({ id, params = {}, query = {} }: MapRequest): string => {
  const template = paths[id].slice(paths[id].indexOf(' ') + 1);
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
};

/** The event that the gateway makes of a request. */
export const eventOf = (request: MapRequest): APIGatewayProxyEventV2 => {
  const [path = '', search = ''] = addressOf(request).split('?');
  const key = paths[request.id];
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: search,
    headers: { host: '127.0.0.1', 'user-agent': 'bench', accept: '*/*', ...request.headers },
    ...(request.query && { queryStringParameters: request.query }),
    ...(request.params && { pathParameters: request.params }),
    isBase64Encoded: false,
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: '127.0.0.1',
      domainPrefix: '127',
      requestId: 'request-1',
      routeKey: key,
      stage: '$default',
      time: '20/Nov/2026:00:00:00 +0000',
      timeEpoch: 0,
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
    },
  };
};

/** Nearest 20 within 1 km of a position: the request of most targets. */
export const nearbyRequest = (position: Position, more: Record<string, string> = {}): MapRequest => ({
  id: 'listNearbyPlaces',
  query: { lng: String(position[0]), lat: String(position[1]), ...more },
});

/** A tile, the request of the rider's page. */
export const tileRequest = ({ x, y }: Tile, headers: Record<string, string> = {}): MapRequest => ({
  id: 'getTile',
  params: { x: String(x), y: String(y) },
  headers,
});

/** The tiles that hold the places, all of them or those around the middle. */
export const tilesOf = (count: number, mostKilometers = edgeKilometers(count)): Tile[] => {
  const edge = Math.min(edgeKilometers(count), mostKilometers);
  const corner = edge * edge * 28;
  const [west, north] = cornerOf(corner, 0, 1);
  const [east, south] = cornerOf(corner, 1, 0);
  return tilesOfBbox([west, south, east, north]);
};

const cornerOf = (count: number, east: number, north: number): Position => {
  const corners = [east, north].values();
  return randomPosition(() => corners.next().value ?? 0, count);
};

/** Random positions among the places, not so near the edge that an answer would hold fewer. */
export const randomPositions = (amount: number, count: number, seed = 7): Position[] => {
  const random = randomNumbers(seed);
  return Array.from({ length: amount }, () => randomPosition(random, count, 1.2));
};

/** The tile of each position. */
export const tilesUnder = (positions: readonly Position[]): Tile[] => positions.map(tileOf);

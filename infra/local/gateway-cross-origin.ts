import type { IncomingMessage, ServerResponse } from 'node:http';
import { crossOrigin } from '../cross-origin.ts';

const { origins, methods, headers, exposedHeaders, maxAgeSeconds } = crossOrigin;

/** Names and values in turn, as Node takes them without looking at each. */
const NONE: readonly string[] = [];
const ON_EVERY_ANSWER: readonly string[] = [
  ...['access-control-allow-origin', origins.join()],
  ...['access-control-expose-headers', exposedHeaders.join().toLowerCase()],
];
const ON_PREFLIGHT: string[] = [
  ...ON_EVERY_ANSWER,
  ...['access-control-allow-methods', methods.join()],
  ...['access-control-allow-headers', headers.join().toLowerCase()],
  ...['access-control-max-age', String(maxAgeSeconds)],
];

/** What an HTTP API with the stack's settings adds to an answer: something only where another site may read it. */
export const crossOriginHeaders = (request: IncomingMessage): readonly string[] =>
  request.headers.origin === undefined ? NONE : ON_EVERY_ANSWER;

/** Answers what a browser asks ahead of a request, which an HTTP API never hands to a function; true if it was that. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'OPTIONS') return false;
  const { origin, 'access-control-request-method': wanted } = request.headers;
  if (origin === undefined || wanted === undefined) return false;
  response.writeHead(204, ON_PREFLIGHT).end();
  return true;
}

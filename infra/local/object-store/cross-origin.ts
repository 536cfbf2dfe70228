import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page that uploads read the answer. */
export function allowOrigin(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): void {
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
}

/** Answers what a browser asks ahead of an upload whose progress it shows; true if it was that. */
export function answerPreflight(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  if (request.method !== 'OPTIONS') return false;
  const { origin = '', 'access-control-request-method': method } = request.headers;
  const isAllowed = origins.includes(origin) && method === 'POST';
  if (isAllowed) response.setHeader('access-control-allow-methods', 'POST');
  response.writeHead(isAllowed ? 204 : 403).end();
  return true;
}

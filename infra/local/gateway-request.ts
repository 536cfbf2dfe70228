import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EnvironmentPool } from './environment-pool.ts';
import { sendOutcome, sendProblem } from './gateway-answer.ts';
import { answerPreflight } from './gateway-cross-origin.ts';
import { makeEvent } from './gateway-event.ts';
import { MAX_BODY_BYTES, readBody } from './gateway-limits.ts';
import type { MatchRoute } from './route-matcher.ts';

/** Takes a request to the context whose route it matches, and the context's answer back. */
export function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  match: MatchRoute,
  pools: Map<string, EnvironmentPool>,
): void {
  if (answerPreflight(request, response)) return;
  const requestId = randomBytes(9).toString('base64url');
  const { method = 'GET', url = '/' } = request;
  const mark = url.indexOf('?');
  const path = decodePath(mark < 0 ? url : url.slice(0, mark));
  if (path === undefined) {
    sendProblem(response, 400, 'invalid_request', requestId);
    return;
  }
  const found = match(method, path);
  const pool = found && pools.get(found.route.context);
  if (!found || !pool) {
    sendProblem(response, 404, 'unknown_route', requestId);
    return;
  }
  const invoke = (body: Buffer | undefined) => {
    const event = makeEvent(
      {
        requestId,
        method,
        path,
        search: mark < 0 ? '' : url.slice(mark + 1),
        rawHeaders: request.rawHeaders,
        sourceIp: request.socket.remoteAddress ?? '',
        body,
        receivedAt: Date.now(),
      },
      found,
    );
    pool.invoke(JSON.stringify(event), requestId, (outcome) => sendOutcome(response, outcome, requestId));
  };
  readBody(request, invoke, () => {
    sendProblem(response, 413, 'body_too_large', requestId, `at most ${MAX_BODY_BYTES} bytes`);
  });
}

/** The path as API Gateway hands it on, decoded; nothing where its escapes are broken. */
function decodePath(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

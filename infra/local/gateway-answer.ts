import type { ServerResponse } from 'node:http';
import type { ErrorCode, Problem } from '../../shared/api/problem.ts';
import { ERROR_WORDS } from '../../shared/labels/error-words.ts';
import type { Outcome } from './environment-pool.ts';
import { crossOriginHeaders } from './gateway-cross-origin.ts';

/** What is answered when no usable answer comes out of an execution environment. */
const FAILURES: Record<Exclude<Outcome[0], 'answered'>, [status: number, code: ErrorCode]> = {
  failed: [500, 'internal'],
  crashed: [500, 'internal'],
  malformed: [502, 'internal'],
  returned: [502, 'internal'],
  timeout: [503, 'timeout'],
  closed: [503, 'unavailable'],
};

/** Answers with what an execution environment made of a request. */
export function sendOutcome(response: ServerResponse, outcome: Outcome, requestId: string): void {
  if (response.destroyed) return;
  if (outcome[0] !== 'answered') {
    const detail = outcome[0] === 'malformed' ? outcome[1] : undefined;
    sendProblem(response, ...FAILURES[outcome[0]], requestId, detail);
    return;
  }
  const [, statusCode, headers, body] = outcome;
  headers.push('apigw-requestid', requestId, ...crossOriginHeaders(response.req));
  // A 204 or 304 has no body, and a length beside it would describe another answer.
  if (statusCode !== 204 && statusCode !== 304) headers.push('content-length', String(body.length));
  response.writeHead(statusCode, headers);
  response.end(body);
}

/** Answers in a context's stead, when a request does not reach one or nothing usable comes back. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  requestId: string,
  detail?: string,
): void {
  const problem: Problem = {
    type: `urn:nuanxin:problem:${code}`,
    code,
    status,
    title: ERROR_WORDS[code],
    ...(detail && { detail }),
    requestId,
  };
  const body = Buffer.from(JSON.stringify(problem));
  response.writeHead(status, [
    ...['content-type', 'application/problem+json; charset=utf-8'],
    ...['cache-control', 'no-store'],
    ...['x-content-type-options', 'nosniff'],
    ...['apigw-requestid', requestId],
    ...['content-length', String(body.length)],
    ...crossOriginHeaders(response.req),
  ]);
  response.end(body);
}

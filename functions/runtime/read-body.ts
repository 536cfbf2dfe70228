import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DomainError } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';

/** What a JSON body may measure where its route says nothing. */
const ORDINARY_BYTES = 100_000;

/**
 * The body of a request: its JSON value, its text where the route wants it raw, undefined where it takes none.
 * @throws DomainError `body_too_large`, `malformed_json`.
 */
export const readBody = (route: Route, event: APIGatewayProxyEventV2): unknown => {
  if (!route.body && !route.rawBody) return undefined;
  const { body = '', isBase64Encoded } = event;
  const most = route.bodyLimit ?? ORDINARY_BYTES;
  // Four base64 characters are three bytes: what is far too large need not be decoded first.
  if (body.length > most * 2) throw tooLarge(most);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > most) throw tooLarge(most);
  const text = bytes.toString('utf8');
  if (route.rawBody) return text;
  // An operation whose whole body is optional may be called without one.
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('malformed_json', 'the body is not valid JSON');
  }
};

const tooLarge = (most: number) => new DomainError('body_too_large', `at most ${most} bytes`);

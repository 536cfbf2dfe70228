import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError, ERROR_STATUS, type ErrorCode, type Problem } from '../../shared/api/problem.ts';
import { ERROR_WORDS } from '../../shared/labels/error-words.ts';

/** The one mapper from anything thrown to `application/problem+json` (RFC 9457). Unknown errors tell nothing. */
export const problemAnswer = (error: unknown, requestId?: string): APIGatewayProxyStructuredResultV2 => {
  const code = codeOf(error);
  const {
    message,
    fields = [],
    places = [],
    headers = {},
  }: Partial<DomainError> = error instanceof DomainError ? error : {};
  const problem: Problem = {
    type: `urn:nuanxin:problem:${code}`,
    code,
    status: ERROR_STATUS[code],
    title: ERROR_WORDS[code],
    ...(message && message !== code && { detail: message }),
    ...(fields.length > 0 && { fields }),
    ...(places.length > 0 && { places }),
    ...(requestId && { requestId }),
  };
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify(problem),
  };
};

/** Errors of the table that a later try may not meet: it is throttled, away, or too slow. */
const UNAVAILABLE =
  /^(ProvisionedThroughputExceeded|ThrottlingException|RequestLimitExceeded|InternalServerError|ServiceUnavailable|TimeoutError|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/;

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof DomainError) return error.code;
  const { name = '', code = '' } = (error ?? {}) as { name?: string; code?: string };
  return UNAVAILABLE.test(name) || UNAVAILABLE.test(code) ? 'unavailable' : 'internal';
};

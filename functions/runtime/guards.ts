import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RateLimit } from '../../shared/api/route.ts';
import type { Session } from './session.ts';

type Result = APIGatewayProxyStructuredResultV2;

/**
 * What stands between a request and its operation and needs the table: `functions/store/guards.ts` has the one
 * implementation. A context of public reads is built without it, so that it carries none of its weight.
 */
export type Guards = {
  /**
   * Who the request's token or cookie belongs to; undefined without one. `cookies` are to be set on the answer
   * (a sliding session).
   * @throws DomainError `unauthenticated` for a token that is not ours, expired or revoked; `cross_site_request`
   * for a cookie on a write without the header of our own pages.
   */
  recognise(
    event: APIGatewayProxyEventV2,
    now: Date,
  ): Promise<{ session: Session; cookies: string[] } | undefined>;
  /**
   * Counts a call against its limit: of the person, or of the salted address where nobody is signed in.
   * @throws DomainError `too_many_requests` with `Retry-After`.
   */
  count(call: {
    operationId: string;
    limit: RateLimit;
    personId: string | undefined;
    address: string;
    now: Date;
  }): Promise<void>;
  /**
   * Runs a request once for its key: the same request again gets the first answer again, without its cookies.
   * @throws DomainError `idempotency_key_reused` for another body, `request_in_progress` while the first one runs.
   */
  once(
    call: {
      key: string;
      operationId: string;
      personId: string | undefined;
      address: string;
      fingerprint: string;
      now: Date;
    },
    run: () => Promise<Result>,
  ): Promise<Result>;
};

import * as z from 'zod';

/** Every error the API can answer, with its HTTP status. The codes are stable; the words stand in the labels. */
export const ERROR_STATUS = {
  invalid_request: 400,
  malformed_json: 400,
  invalid_cursor: 400,
  area_required: 400,
  area_too_large: 400,
  position_outside_china: 400,
  position_outside_subdistrict: 400,
  /** A code of WeChat is used, expired or none: call `wx.login` (or ask for the number) again. */
  code_refused: 400,
  unauthenticated: 401,
  forbidden: 403,
  /** A cookie came without the header that only our own pages send. */
  cross_site_request: 403,
  unknown_route: 404,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  wrong_state: 409,
  /** Somebody else has it in hand. */
  claimed_by_another: 409,
  licence_registered: 409,
  possible_double: 409,
  last_admin: 409,
  /** As many as one person may have: something has to go first. */
  limit_reached: 409,
  undo_expired: 409,
  request_in_progress: 409,
  idempotency_key_reused: 409,
  code_expired: 410,
  precondition_failed: 412,
  body_too_large: 413,
  unsupported_photo: 415,
  application_incomplete: 422,
  photo_unreadable: 422,
  /** The machine did not pass a text that would be public at once. */
  text_refused: 422,
  precondition_required: 428,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  timeout: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field of a request that is wrong: where it stands, and why. */
export const FieldError = z
  .object({ in: z.enum(['path', 'query', 'header', 'body']), field: z.string(), message: z.string() })
  .meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof FieldError>;

/** The body of every error (RFC 9457, `application/problem+json`). */
export const Problem = z
  .object({
    type: z.string(),
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    status: z.int(),
    title: z.object({ zh: z.string(), en: z.string() }),
    detail: z.string().optional(),
    fields: z.array(FieldError).optional(),
    /** What stands in the way: the place that is registered already, or may be the same. */
    places: z.array(z.string()).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What an error may carry beside its code: the fields that are wrong, places in the way, headers of its answer. */
type ErrorExtras = { fields?: FieldError[]; places?: string[]; headers?: Record<string, string> };

/** The one error that is thrown on purpose; the runtime turns it into a problem. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly places: string[];
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    detail?: string,
    { fields = [], places = [], headers = {} }: ErrorExtras = {},
  ) {
    super(detail ?? code);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
    this.places = places;
    this.headers = headers;
  }
}

/** The refusal of one field of a request's body. */
export const refusedField = (
  field: string,
  message: string,
  code: ErrorCode = 'invalid_request',
): DomainError =>
  new DomainError(code, `body ${field}: ${message}`, { fields: [{ in: 'body', field, message }] });

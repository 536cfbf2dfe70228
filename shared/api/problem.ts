import * as z from 'zod';

/** Every error the API can answer, with its HTTP status. The codes are stable; the words stand in the labels. */
export const ERROR_STATUS = {
  invalid_request: 400,
  invalid_cursor: 400,
  area_required: 400,
  area_too_large: 400,
  position_outside_china: 400,
  unknown_route: 404,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  precondition_failed: 412,
  body_too_large: 413,
  internal: 500,
  unavailable: 503,
  timeout: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field of a request that is wrong: where it stands, and why. */
export const FieldError = z
  .object({ in: z.enum(['path', 'query', 'body']), field: z.string(), message: z.string() })
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
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What an error may carry beside its code: the fields that are wrong, headers that its answer needs. */
type ErrorExtras = { fields?: FieldError[]; headers?: Record<string, string> };

/** The one error that is thrown on purpose; the runtime turns it into a problem. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, detail?: string, { fields = [], headers = {} }: ErrorExtras = {}) {
    super(detail ?? code);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
    this.headers = headers;
  }
}

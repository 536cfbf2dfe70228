import type { Access } from './route.ts';

type Described = {
  security: Record<string, never[]>[];
  'x-roles'?: readonly string[];
  'x-subdistrict-from'?: string;
};

/** The two ways to say who asks. */
export const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token that POST /v1/sessions answers with `carrier: "token"`.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description:
      'Set by POST /v1/sessions with `carrier: "cookie"`; named `session` where there is no https. Other methods than GET need the header ' +
      '`x-requested-with: nuanxin-map` beside it.',
  },
} as const;

const EITHER = [{ bearer: [] }, { cookie: [] }];

/** Who may call an operation, as the document says it: nobody asks, whoever is known, or who holds a role. */
export const securityOf = (access: Access): Described => {
  if (access === 'public') return { security: [] };
  if (access === 'recognised') return { security: [{}, ...EITHER] };
  if (access === 'signed_in') return { security: EITHER };
  return { security: EITHER, 'x-roles': access.roles, 'x-subdistrict-from': access.subdistrictFrom };
};

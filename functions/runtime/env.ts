import * as z from 'zod';

const Environment = z.object({
  /** The one table. */
  TABLE_NAME: z.string().min(3).default('nuanxin-map'),
  /** An engine other than AWS's own. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  /** What runs, as `GET /v1/health` tells it. */
  VERSION: z.string().default('unreleased'),
  /** The site's configuration as JSON, in place of the bundled one. */
  SITE_CONFIG: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
});

/** The environment of this process, checked once at start: the only place of `functions/` that reads it. */
export const env = Environment.parse(process.env);

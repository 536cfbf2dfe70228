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
  /** The secret in Secrets Manager that holds `SecretValues`. */
  SECRET_ID: z.string().min(1).optional(),
  /** A file that holds them, on a machine of one's own; never set when deployed. */
  SECRETS_FILE: z.string().min(1).optional(),
  /** Where WeChat answers; another address only on a machine of one's own. */
  WECHAT_API_BASE: z.url().default('https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.string().min(1).optional(),
  /** Which version of the mini-program codes, links and messages open: before its release, `trial`. */
  WECHAT_ENV_VERSION: z.enum(['release', 'trial', 'develop']).default('release'),
  /** JSON: the subscription template for each kind of message that is sent through WeChat (`docs/wechat.md`). */
  WECHAT_TEMPLATES: z.string().default('{}'),
  /** The bucket of pictures. */
  BUCKET_NAME: z.string().min(3).optional(),
  /** An object store other than S3, on a machine of one's own. */
  OBJECTS_ENDPOINT: z.url().optional(),
  /** Where pages upload pictures to, for the site's configuration. */
  UPLOAD_ORIGIN: z.url().optional(),
  /** Whether pages offer to sign in as a sample identity; never set when deployed. */
  LOCAL_SIGN_IN: z.literal('on').optional(),
  /** What our own CDN sends along to say that it is it; unset where there is none. */
  CDN_MARK: z.string().min(16).optional(),
  AWS_REGION: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
});

/** The environment of this process, checked once at start: the only place of `functions/` that reads it. */
export const env = Environment.parse(process.env);

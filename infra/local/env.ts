import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

export const root = resolve(import.meta.dirname, '../..');

const LocalEnv = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Whether pages offer to sign in as a sample identity; only on a host that no network reaches. */
  LOCAL_SIGN_IN: z.enum(['on', 'off']).default('on'),
  /** Folder of the data, relative to the project. */
  NUANXIN_DATA: z.string().min(1).default('.local'),
  /** Which engine to start: dynoxide where it is installed, else DynamoDB Local. */
  NUANXIN_ENGINE: z.enum(['dynoxide', 'dynamodb-local']).optional(),
  /** `1` where `dist/` is known to be up to date: nothing is built then. */
  NUANXIN_BUILT: z.literal('1').optional(),
  /** An engine that runs already; then none is started. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  TABLE_NAME: z.string().min(3).default('nuanxin-map'),
  AWS_REGION: z.string().default('local'),
  AWS_ACCESS_KEY_ID: z.string().default('local'),
  AWS_SECRET_ACCESS_KEY: z.string().default('local'),
  AWS_SESSION_TOKEN: z.string().optional(),
  /** The site's configuration as JSON, in place of the bundled one. */
  SITE_CONFIG: z.string().optional(),
});
export type LocalEnv = z.infer<typeof LocalEnv>;

/** What the local commands read from their environment; refuses a value that cannot be used, with its name. */
export function readLocalEnv(source: Record<string, string | undefined> = process.env): LocalEnv {
  // A variable that is set but empty means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = LocalEnv.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(`${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  return { ...parsed.data, NUANXIN_DATA: resolve(root, parsed.data.NUANXIN_DATA) };
}

/** The environment of every context and command on this machine, beside an engine at `endpoint`. */
export function contextEnvironment(
  endpoint: string,
  {
    TABLE_NAME,
    AWS_REGION,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    AWS_SESSION_TOKEN,
    SITE_CONFIG,
  }: LocalEnv,
): Record<string, string> {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
  return {
    TABLE_NAME,
    AWS_REGION,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { AWS_SESSION_TOKEN }),
    ...(SITE_CONFIG === undefined ? {} : { SITE_CONFIG }),
    DYNAMODB_ENDPOINT: endpoint,
    VERSION: version,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

/** True where the environment is that of an operator of a deployed system: a table, and no engine of one's own. */
export function isDeployedEnvironment(): boolean {
  return Boolean(process.env.TABLE_NAME) && !process.env.DYNAMODB_ENDPOINT;
}

/** Sets variables for code that reads this process's environment: a command's bundle. */
export function setEnvironment(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

/** The whole environment, for what is started from here. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}

/** True under `npm run`, which passes no signal on when it is killed. */
export function isStartedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

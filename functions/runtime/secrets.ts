import { readFile } from 'node:fs/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretValues } from '../../shared/secret-values.ts';
import { env } from './env.ts';

/** After this long they are read again, so that a rotation reaches every environment. */
const KEPT_MS = 5 * 60_000;

let kept: { values: Promise<SecretValues>; readAt: number } | undefined;

/** What the installation keeps secret, read once and again after five minutes. */
export const secrets = (): Promise<SecretValues> => {
  const now = Date.now();
  if (kept && now - kept.readAt < KEPT_MS) return kept.values;
  const values = readSecrets();
  const mine = { values, readAt: now };
  kept = mine;
  // What failed is asked for again by the next request.
  values.catch(() => {
    if (kept === mine) kept = undefined;
  });
  return values;
};

const readSecrets = async (): Promise<SecretValues> => SecretValues.parse(jsonOf(await readText()));

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it could not read.
    throw new Error('the secret values are no JSON');
  }
};

const readText = async (): Promise<string> => {
  if (env.SECRETS_FILE !== undefined) return readFile(env.SECRETS_FILE, 'utf8');
  if (env.SECRET_ID === undefined) throw new Error('neither SECRET_ID nor SECRETS_FILE is set');
  const client = new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: env.SECRET_ID }));
  client.destroy();
  return SecretString ?? '';
};

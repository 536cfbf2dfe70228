import { readFile } from 'node:fs/promises';
import { SecretValues } from '../../shared/secret-values.ts';
import { completeSecrets } from './complete-secrets.ts';
import { env } from './env.ts';
import { logAlarm } from './log.ts';

/** A key that is taken out of use is accepted for so long at most, in this execution environment. */
const KEPT_MILLISECONDS = 5 * 60_000;

let kept: { values: SecretValues; readAt: number } | undefined;

/**
 * What the installation keeps secret: from Secrets Manager when deployed, from a file on a machine of one's own;
 * read anew every five minutes. Where it cannot be read again, an operator is told and the last values stay good.
 */
export const secretValues = async (): Promise<SecretValues> => {
  if (kept && Date.now() - kept.readAt < KEPT_MILLISECONDS) return kept.values;
  try {
    kept = {
      values: SecretValues.parse(completeSecrets(JSON.parse(await readSecret()))),
      readAt: Date.now(),
    };
  } catch (error) {
    if (!kept) throw withoutValues(error);
    kept.readAt = Date.now();
    // A key that was taken out of use stays good until somebody looks.
    logAlarm('secrets', { reason: 'could not be read again', error: (error as Error).name });
  }
  return kept.values;
};

const readSecret = async (): Promise<string> => {
  if (env.SECRETS_FILE !== undefined) return readFile(env.SECRETS_FILE, 'utf8');
  if (env.SECRET_ID === undefined) throw new Error('neither SECRET_ID nor SECRETS_FILE is set');
  // Loaded when it is first needed: no machine of one's own ever does.
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: env.SECRET_ID }));
  return SecretString ?? '';
};

/** What a parser says of a text may quote it; no secret reaches a log. */
const withoutValues = (error: unknown): unknown => {
  const { name } = error as { name?: string };
  const isOfParsing = name === 'SyntaxError' || name === 'ZodError';
  return isOfParsing ? new Error('the secret values are not of the right form') : error;
};

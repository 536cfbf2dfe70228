import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretValues } from '../../shared/secret-values.ts';

const FILE_NAME = 'secrets.json';

/** The file of the secret values in a data folder. */
export const secretsFile = (dataFolder: string): string => join(dataFolder, FILE_NAME);

/**
 * Makes the secret values of an installation once, for its owner's eyes alone: sessions and what is encrypted outlive
 * a restart. Answers the file.
 */
export function ensureSecretsFile(dataFolder: string): string {
  const file = secretsFile(dataFolder);
  if (existsSync(file)) return file;
  const prepared = `${file}.${process.pid}`;
  writeFileSync(prepared, `${JSON.stringify(newSecretValues(), null, 2)}\n`, { mode: 0o600 });
  try {
    // Never over values that another process has just made.
    linkSync(prepared, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(prepared, { force: true });
  }
  return file;
}

const newKey = (): string => randomBytes(32).toString('base64');

const newSecretValues = (): SecretValues => ({
  sessionKeys: [{ id: randomBytes(6).toString('hex'), key: newKey() }],
  personKey: newKey(),
  addressSalt: newKey(),
  wechat: {
    appSecret: randomBytes(16).toString('hex'),
    pushToken: randomBytes(16).toString('hex'),
    // WeChat leaves the `=` off.
    pushAesKey: newKey().slice(0, -1),
  },
});

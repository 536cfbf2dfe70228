import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearDataFolder } from '../../../infra/local/installation.ts';
import { ensureSecretsFile } from '../../../infra/local/secrets-file.ts';
import { SecretValues } from '../../../shared/secret-values.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'nuanxin-secrets-'));
const valuesOf = (file: string) => SecretValues.parse(JSON.parse(readFileSync(file, 'utf8')));

it('is made once, for its owner alone, and is another in every installation', () => {
  const folder = newFolder();
  const file = ensureSecretsFile(folder);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const values = valuesOf(file);
  expect(valuesOf(ensureSecretsFile(folder))).toEqual(values);
  expect(readdirSync(folder)).toEqual(['secrets.json']);
  expect(valuesOf(ensureSecretsFile(newFolder())).personKey).not.toBe(values.personKey);
});

it('is forgotten with everything else by a fresh start, and nothing beside it is', () => {
  const folder = newFolder();
  const before = valuesOf(ensureSecretsFile(folder));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  clearDataFolder(folder);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
  expect(valuesOf(ensureSecretsFile(folder))).not.toEqual(before);
});

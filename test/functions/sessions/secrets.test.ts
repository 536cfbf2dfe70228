import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '../../../functions/runtime/env.ts';
import type { SecretValues } from '../../../shared/secret-values.ts';

const file = env.SECRETS_FILE ?? '';
let given: string;

beforeEach(async () => {
  given = await readFile(file, 'utf8');
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  vi.resetModules();
});
afterEach(async () => {
  vi.useRealTimers();
  await writeFile(file, given);
});

/** The secret values as a new execution environment reads them. */
const fresh = async () => (await import('../../../functions/runtime/secrets.ts')).secretValues;
const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const withKeys = (...ids: string[]): string => {
  const values = JSON.parse(given) as SecretValues;
  const [first] = values.sessionKeys;
  return JSON.stringify({ ...values, sessionKeys: ids.map((id) => ({ ...first, id })) });
};

describe('the secret values', () => {
  it('are read anew after five minutes, so that a rotation reaches every function', async () => {
    const secretValues = await fresh();
    const ids = async () => (await secretValues()).sessionKeys.map(({ id }) => id);
    await writeFile(file, withKeys('old'));
    expect(await ids()).toEqual(['old']);
    await writeFile(file, withKeys('new', 'old'));
    pass(4);
    expect(await ids()).toEqual(['old']);
    pass(2);
    expect(await ids()).toEqual(['new', 'old']);
  });

  it('stay what they were where they cannot be read again, and an operator is told', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const secretValues = await fresh();
    const before = await secretValues();
    await writeFile(file, '{');
    pass(6);
    expect(await secretValues()).toEqual(before);
    expect(logged.mock.calls.flat().join()).toMatch(/"alarm":true,"source":"secrets"/);
    logged.mockRestore();
  });

  it.each(['{"personKey": "very-secret', '{"personKey": "very-secret"}'])(
    'are not quoted by what is said of a document that is none: %s',
    async (text) => {
      await writeFile(file, text);
      const error = await (await fresh())().catch((thrown: unknown) => thrown as Error);
      expect(error).toBeInstanceOf(Error);
      expect(`${(error as Error).message} ${(error as Error).stack}`).not.toContain('very-secret');
    },
  );
});

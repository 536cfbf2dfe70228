import { expect, it } from 'vitest';
import { completeSecrets } from '../../../functions/runtime/complete-secrets.ts';
import { SecretValues } from '../../../shared/secret-values.ts';

/** What the stack makes, and what an operator makes of it. */
const made = {
  rootKey: 'r'.repeat(64),
  wechat: { appSecret: '', pushToken: '', pushAesKey: '' },
};
const filledIn = { appSecret: 'from-the-console', pushToken: 'token', pushAesKey: 'a'.repeat(43) };

it('makes every key of the root key, each another, and the same each time', () => {
  const values = SecretValues.parse(completeSecrets(made));
  const keys = [values.sessionKeys[0]?.key, values.personKey, values.addressSalt];
  expect(new Set(keys).size).toBe(3);
  expect(completeSecrets(made)).toEqual(values);
  const other = SecretValues.parse(completeSecrets({ ...made, rootKey: 's'.repeat(64) }));
  expect(other.personKey).not.toBe(values.personKey);
});

it('keeps what was filled in, and puts what nobody knows in the place of what was not', () => {
  expect(SecretValues.parse(completeSecrets({ ...made, wechat: filledIn })).wechat).toEqual(filledIn);
  const { wechat } = SecretValues.parse(completeSecrets(made));
  for (const value of Object.values(wechat)) expect(value.length).toBeGreaterThan(30);
});

it('signs with a session key that was added, and accepts its own until a second one was', () => {
  const added = (id: string) => ({ id, key: Buffer.alloc(32, 1).toString('base64') });
  const idsWith = (...sessionKeys: object[]) =>
    SecretValues.parse(completeSecrets({ ...made, sessionKeys })).sessionKeys.map(({ id }) => id);
  expect(idsWith()).toEqual(['root']);
  expect(idsWith(added('2'))).toEqual(['2', 'root']);
  expect(idsWith(added('3'), added('2'))).toEqual(['3', '2']);
});

it('leaves a document without a root key as it is, so that what is missing is noticed', () => {
  expect(() => SecretValues.parse(completeSecrets({ wechat: filledIn }))).toThrow();
  expect(completeSecrets(null)).toBe(null);
});

import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { readSessionToken, signSessionToken } from '../../../functions/runtime/session-token.ts';

const newKey = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
const [older, newer, foreign] = [newKey('a'), newKey('b'), newKey('a')];
const now = new Date('2026-11-20T00:00:00.000Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3600_000);
const session = { personId: '01M7WHGPS2V46H4QBY5X081HFR', tokenId: 'token-1', signedInAt: now };
const signed = async (keys = [newer]) => (await signSessionToken(session, keys, now)).token;

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as object;

/** A token whose header and claims are as given, signed with a key of ours where there is one. */
const forged = async (change: { header?: object; claims?: object; key?: string | undefined }) => {
  const [header, claims] = (await signed()).split('.').map((part, index) => (index < 2 ? decoded(part) : {}));
  const text = `${encoded({ ...header, ...change.header })}.${encoded({ ...claims, ...change.claims })}`;
  const signature = change.key
    ? createHmac('sha256', Buffer.from(change.key, 'base64')).update(text).digest('base64url')
    : '';
  return `${text}.${signature}`;
};

describe('a session token', () => {
  it('says whose it is, and lasts twelve hours to the second', async () => {
    const token = await signed();
    expect(await readSessionToken(token, [newer], later(11.999))).toMatchObject(session);
    expect(await readSessionToken(token, [newer], later(12))).toBeUndefined();
  });

  it('carries who, since when and until when, and nothing else', async () => {
    const [header, claims] = (await signed()).split('.');
    expect(decoded(header)).toEqual({ alg: 'HS256', kid: 'b', typ: 'JWT' });
    expect(Object.keys(decoded(claims)).toSorted()).toEqual([
      'aud',
      'auth_time',
      'exp',
      'iat',
      'iss',
      'jti',
      'sub',
    ]);
  });

  it('is signed with the first key, and read with any that is in use', async () => {
    const token = await signed([older]);
    expect(await readSessionToken(token, [newer, older], now)).toMatchObject(session);
    expect(await readSessionToken(token, [newer], now)).toBeUndefined();
  });

  it('is as good as signed anew where it is forged as it should be', async () => {
    expect(await readSessionToken(await forged({ key: newer.key }), [newer], now)).toMatchObject(session);
  });

  it.each([
    ['of another person', { claims: { sub: '01M7WHGPS2V46H4QBY5X081HFS' } }],
    ['without a signature', { header: { alg: 'none' } }],
    ['of another audience', { claims: { aud: 'nuanxin-map/visit' }, key: newer.key }],
    ['of another issuer', { claims: { iss: 'somebody' }, key: newer.key }],
    ['without an id', { claims: { jti: undefined }, key: newer.key }],
    ['without a sign-in', { claims: { auth_time: undefined }, key: newer.key }],
    ['without an end', { claims: { exp: undefined }, key: newer.key }],
    ['of a key that nobody knows', { header: { kid: 'z' }, key: newer.key }],
    ['of no key', { header: { kid: undefined }, key: newer.key }],
    ['with a header of its own that must be understood', { header: { crit: ['x'], x: 1 }, key: newer.key }],
  ])('is nobody’s when it is %s', async (_, change) => {
    expect(await readSessionToken(await forged(change), [newer], now)).toBeUndefined();
  });

  it('is nobody’s when a foreign key of the same id has signed it, or another algorithm', async () => {
    expect(await readSessionToken(await signed([foreign]), [older], now)).toBeUndefined();
    const longer = await new SignJWT({ sub: 'x', jti: 'y' })
      .setProtectedHeader({ alg: 'HS512', kid: 'b' })
      .setIssuer('nuanxin-map')
      .setAudience('nuanxin-map/session')
      .setIssuedAt(now)
      .setExpirationTime(later(1))
      .sign(Buffer.concat([Buffer.from(newer.key, 'base64'), Buffer.alloc(32)]));
    expect(await readSessionToken(longer, [newer], now)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b', 'a.b.c', '..', 'ey.ey.ey', `${'a'.repeat(5000)}.b.c`])(
    'is nobody’s when it is none: %s',
    async (text) => {
      expect(await readSessionToken(text, [newer], now)).toBeUndefined();
    },
  );
});

import { errors, jwtVerify, SignJWT } from 'jose';
import type { SecretValues } from '../../shared/secret-values.ts';

/** Whose token it is, and which one: what a signed token says, and nothing more. */
export type SessionToken = { personId: string; tokenId: string; issuedAt: Date; expiresAt: Date };

type SessionKeys = SecretValues['sessionKeys'];

/** How long a session lasts when nobody comes back. */
export const SESSION_SECONDS = 12 * 3600;

const ALGORITHM = 'HS256';
const ISSUER = 'nuanxin-map';
const AUDIENCE = 'nuanxin-map/session';

/** A token that lasts twelve hours from `now` on, signed with the first key. */
export const signSessionToken = async (
  { personId, tokenId }: Pick<SessionToken, 'personId' | 'tokenId'>,
  keys: SessionKeys,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> => {
  const [{ id, key }] = keys as [SessionKeys[number]];
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresAt = issuedAt + SESSION_SECONDS;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(personId)
    .setJti(tokenId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(Buffer.from(key, 'base64'));
  return { token, expiresAt: new Date(expiresAt * 1000) };
};

/**
 * What a token says, where one of the keys has signed it for us and it has not expired; undefined for any other.
 * The key is found by the token's `kid`, the algorithm is ours: a token chooses neither `none` nor another one.
 */
export const readSessionToken = async (
  token: string,
  keys: SessionKeys,
  now: Date,
): Promise<SessionToken | undefined> => {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const found = keys.find(({ id }) => id === kid);
        if (!found) throw new errors.JWSInvalid('signed with a key that is not ours');
        return Buffer.from(found.key, 'base64');
      },
      {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
        currentDate: now,
      },
    );
    const { sub, jti, iat, exp } = payload as { sub: string; jti: string; iat: number; exp: number };
    return {
      personId: sub,
      tokenId: jti,
      issuedAt: new Date(iat * 1000),
      expiresAt: new Date(exp * 1000),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

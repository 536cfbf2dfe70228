import { errors, jwtVerify, SignJWT } from 'jose';
import type { SecretValues } from '../../shared/secret-values.ts';

/** Whose token it is, which one, and since when they are signed in: what a signed token says, and nothing more. */
export type SessionToken = {
  personId: string;
  tokenId: string;
  signedInAt: Date;
  issuedAt: Date;
  expiresAt: Date;
};

type SessionKeys = SecretValues['sessionKeys'];

/** How long a session lasts when nobody comes back. */
export const SESSION_SECONDS = 12 * 3600;
/** However often somebody comes back, they sign in anew after so long. */
const LONGEST_SECONDS = 30 * 24 * 3600;

type Claims = { sub: string; jti: string; auth_time: number; iat: number; exp: number };

const ALGORITHM = 'HS256';
const ISSUER = 'nuanxin-map';
const AUDIENCE = 'nuanxin-map/session';

/** A token that lasts twelve hours from `now` on, thirty days after the sign-in at most, signed with the first key. */
export const signSessionToken = async (
  { personId, tokenId, signedInAt }: Pick<SessionToken, 'personId' | 'tokenId' | 'signedInAt'>,
  keys: SessionKeys,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> => {
  const [{ id, key }] = keys as [SessionKeys[number]];
  const issuedAt = Math.floor(now.getTime() / 1000);
  const authenticatedAt = Math.floor(signedInAt.getTime() / 1000);
  const expiresAt = Math.min(issuedAt + SESSION_SECONDS, authenticatedAt + LONGEST_SECONDS);
  // `auth_time` as OpenID Connect names the moment of a sign-in.
  const token = await new SignJWT({ auth_time: authenticatedAt })
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
        requiredClaims: ['sub', 'jti', 'auth_time', 'iat', 'exp'],
        currentDate: now,
      },
    );
    const { sub, jti, auth_time, iat, exp } = payload as Claims;
    return {
      personId: sub,
      tokenId: jti,
      signedInAt: new Date(auth_time * 1000),
      issuedAt: new Date(iat * 1000),
      expiresAt: new Date(exp * 1000),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

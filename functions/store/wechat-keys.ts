/** Builders of the keys of what WeChat gave and told, beside those of `keys.ts`. */

/** WeChat's access token. */
export const ACCESS_TOKEN_KEY = { PK: 'WECHAT#token', SK: 'TOKEN' } as const;

/** When a new access token was last forced. */
export const FORCED_REFRESHES_KEY = { PK: 'WECHAT#token', SK: 'FORCED' } as const;

/** An event that was handled, by the hash of its text. */
export const pushEventKey = (hash: string) => ({ PK: `PUSH#${hash}`, SK: 'PUSH' });

import { hkdfSync } from 'node:crypto';

type Document = { rootKey?: unknown; sessionKeys?: unknown[]; wechat?: Record<string, unknown> };

/**
 * Fills in what a document of secret values leaves out or empty: keys made of its `rootKey`, which AWS has made and
 * nobody has seen. What belongs to WeChat and was not filled in yet becomes a value that nobody knows, so that nothing
 * signed with it is ever accepted. Without a root key the document is left as it is.
 */
export const completeSecrets = (document: unknown): unknown => {
  const { rootKey, ...given } = (document ?? {}) as Document;
  if (typeof rootKey !== 'string' || rootKey.length < 43) return document;
  const made = (purpose: string) => Buffer.from(hkdfSync('sha256', rootKey, '', `nuanxin ${purpose}`, 32));
  const ownSessionKey = { id: 'root', key: made('sessions').toString('base64') };
  return {
    personKey: made('persons').toString('base64'),
    addressSalt: made('addresses').toString('base64'),
    ...given,
    // A first one that was added signs, and what this one has signed stays good until a second takes its place.
    sessionKeys: [...(given.sessionKeys ?? []), ownSessionKey].slice(0, 2),
    wechat: {
      appSecret: made('app secret').toString('hex'),
      pushToken: made('push token').toString('hex').slice(0, 32),
      pushAesKey: made('push key').toString('base64').slice(0, 43),
      ...Object.fromEntries(Object.entries(given.wechat ?? {}).filter(([, value]) => value !== '')),
    },
  };
};

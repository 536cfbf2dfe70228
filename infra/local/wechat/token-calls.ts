import { type CallAnswer, failure, type WechatCall } from './wechat-call.ts';
import { newOpaque, type WechatState } from './wechat-state.ts';

const LIVES_MS = 7200_000;
/** In its last five minutes a token is renewed; the old one stays good until its end. */
const RENEWED_BEFORE_MS = 300_000;
const DAY_MS = 86_400_000;
const MOST_FORCED = 20;
const BETWEEN_FORCED_MS = 30_000;

/** The stable access token: one for all callers in normal mode, a new one and the end of the old when forced. */
export const tokenCalls: WechatCall[] = [
  {
    name: 'getStableAccessToken',
    method: 'POST',
    path: '/cgi-bin/stable_token',
    needsToken: false,
    run: ({ state, body }): CallAnswer => {
      const { appId, appSecret, now } = state.settings;
      if (body.grant_type !== 'client_credential') return failure(40002, 'invalid grant_type');
      if (body.appid !== appId) return failure(40013, 'invalid appid');
      if (body.secret !== appSecret) return failure(40125, 'invalid appsecret');
      if (body.force_refresh === true) {
        const today = state.forcedAt.filter((at) => now() - at < DAY_MS);
        if (today.length >= MOST_FORCED) return failure(45009, 'reach max api daily quota limit');
        if (today.some((at) => now() - at < BETWEEN_FORCED_MS))
          return failure(45011, 'api minute-quota reached');
        state.forcedAt = [...today, now()];
        state.tokens = [];
      }
      const current = state.tokens.at(-1);
      if (!current || current.expiresAt - now() <= RENEWED_BEFORE_MS) {
        state.tokens.push({ value: newOpaque(96), expiresAt: now() + LIVES_MS });
      }
      const token = state.tokens.at(-1) as { value: string; expiresAt: number };
      return { access_token: token.value, expires_in: Math.floor((token.expiresAt - now()) / 1000) };
    },
  },
];

/** What is wrong with the access token of a call; undefined for a good one. */
export function tokenFault(state: WechatState, given: string | null): CallAnswer | undefined {
  if (!given) return failure(41001, 'access_token missing');
  const token = state.tokens.find(({ value }) => value === given);
  if (!token) return failure(40001, 'invalid credential, access_token is invalid or not latest');
  if (token.expiresAt <= state.settings.now()) return failure(42001, 'access_token expired');
  return undefined;
}

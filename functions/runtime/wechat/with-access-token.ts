import * as z from 'zod';
import { type AccessToken, AccessTokens, type TokenStore } from './access-tokens.ts';
import { askWechat, expectAnswer, type WechatAnswer, type WechatRequest } from './ask-wechat.ts';
import { wechatApp } from './wechat-app.ts';

/** The token is unknown, malformed or past its end. */
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

const StableToken = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });

/** The stable access token of our mini-program (`POST /cgi-bin/stable_token`). */
const askStableToken = async (isForced: boolean): Promise<AccessToken> => {
  const name = 'getStableAccessToken';
  const body = { grant_type: 'client_credential', ...(await wechatApp()), force_refresh: isForced };
  const askedAt = Date.now();
  const answer = await askWechat({ name, path: '/cgi-bin/stable_token', body });
  const { access_token, expires_in } = expectAnswer(name, answer, StableToken);
  return { value: access_token, expiresAt: askedAt + expires_in * 1000 };
};

/** Without a table every environment asks for itself, which normal mode allows; none may end it for the others. */
const OWN_MEMORY: TokenStore = {
  read: async () => undefined,
  save: async () => {},
  claimForcedRefresh: async () => false,
};

let tokens = new AccessTokens({ store: OWN_MEMORY, ask: askStableToken });

/** Shares the token of this environment with all others. Called once by whatever speaks to WeChat with a token. */
export const shareAccessToken = (store: TokenStore): void => {
  tokens = new AccessTokens({ store, ask: askStableToken });
};

/** Asks with the access token; a refused one is replaced, and asked with once more. */
export const withAccessToken = async <Answer extends { errcode: number }>(
  ask: (token: { access_token: string }) => Promise<Answer>,
): Promise<Answer> => {
  const token = await tokens.current();
  const answer = await ask({ access_token: token });
  if (!TOKEN_REFUSED.has(answer.errcode)) return answer;
  return ask({ access_token: await tokens.instead(token) });
};

/** Asks for JSON with the access token. */
export const askWithToken = (request: WechatRequest): Promise<WechatAnswer> =>
  withAccessToken((token) => askWechat({ ...request, query: { ...request.query, ...token } }));

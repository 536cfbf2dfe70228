import { type CallAnswer, failure, textOf, type WechatCall } from './wechat-call.ts';
import { newOpaque, type OneUse, type WechatState } from './wechat-state.ts';

const CODE_LIVES_MS = 5 * 60_000;

/** A code as `wx.login` gives one to the phone of a person: one use, five minutes. */
export function mintLoginCode(state: WechatState, openid: string): string {
  const code = newOpaque();
  state.loginCodes.set(code, { openid, madeAt: state.settings.now(), isUsed: false });
  return code;
}

/** A code as the button of `getPhoneNumber` gives one. */
export function mintPhoneCode(state: WechatState, openid: string, phone: string): string {
  const code = newOpaque(64);
  state.phoneCodes.set(code, { openid, phone, madeAt: state.settings.now(), isUsed: false });
  return code;
}

/** Signing in, and the telephone number that WeChat vouches for. */
export const signInCalls: WechatCall[] = [
  {
    name: 'code2Session',
    method: 'GET',
    path: '/sns/jscode2session',
    needsToken: false,
    run: ({ state, query }): CallAnswer => {
      const { appId, appSecret } = state.settings;
      if (query.get('appid') !== appId) return failure(40013, 'invalid appid');
      if (query.get('secret') !== appSecret) return failure(40125, 'invalid appsecret');
      if (query.get('grant_type') !== 'authorization_code') return failure(40002, 'invalid grant_type');
      const used = useCode(state, state.loginCodes.get(query.get('js_code') ?? ''));
      if ('errcode' in used) return used;
      state.seenAt.set(used.openid, state.settings.now());
      // A success carries no errcode.
      return { session_key: Buffer.from(newOpaque(16)).toString('base64'), openid: used.openid };
    },
  },
  {
    name: 'getPhoneNumber',
    method: 'POST',
    path: '/wxa/business/getuserphonenumber',
    needsToken: true,
    run: ({ state, body }): CallAnswer => {
      const known = state.phoneCodes.get(textOf(body.code));
      const used = useCode(state, known);
      if ('errcode' in used || !known) return used as CallAnswer;
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: known.phone,
          purePhoneNumber: known.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(state.settings.now() / 1000), appid: state.settings.appId },
        },
      };
    },
  },
];

function useCode(state: WechatState, code: OneUse | undefined): OneUse | { errcode: number } {
  if (!code || state.settings.now() - code.madeAt > CODE_LIVES_MS) {
    return failure(40029, 'invalid code') as { errcode: number };
  }
  if (code.isUsed) return failure(40163, 'code been used') as { errcode: number };
  code.isUsed = true;
  return code;
}

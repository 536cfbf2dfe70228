import * as z from 'zod';
import { askWechat, expectAnswer } from './ask-wechat.ts';
import { wechatApp } from './wechat-app.ts';

/** The session key is left out: nothing here decrypts with it, so nothing can let it out. */
const Answer = z.object({ openid: z.string().min(1), unionid: z.string().optional() });

/**
 * Who a code of `wx.login` belongs to.
 * @throws DomainError `code_refused` for a code that is used, expired or none, `unavailable` when WeChat fails.
 */
export const codeToSession = async (
  code: string,
): Promise<{ openid: string; unionid?: string | undefined }> => {
  const { appid, secret } = await wechatApp();
  const request = {
    name: 'code2Session',
    path: '/sns/jscode2session',
    query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
  };
  return expectAnswer(request.name, await askWechat(request), Answer);
};

import { DomainError } from '../../../shared/api/problem.ts';
import { env } from '../env.ts';
import { secretValues } from '../secrets.ts';

/** The id of our mini-program. @throws DomainError `unavailable` where none is connected. */
export const wechatAppId = (): string => {
  if (env.WECHAT_APP_ID === undefined) throw new DomainError('unavailable', 'no mini-program is connected');
  return env.WECHAT_APP_ID;
};

/** The id of our mini-program, and its secret: never logged, never answered. */
export const wechatApp = async (): Promise<{ appid: string; secret: string }> => ({
  appid: wechatAppId(),
  secret: (await secretValues()).wechat.appSecret,
});

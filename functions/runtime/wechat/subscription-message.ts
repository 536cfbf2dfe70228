import { env } from '../env.ts';
import { alarmWhereNeeded } from './wechat-problem.ts';
import { askWithToken } from './with-access-token.ts';

/** The person has not allowed it, or no more: that is their right and no error. */
const NOT_ALLOWED = 43101;

const STATE = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

export type SubscriptionMessage = {
  openid: string;
  templateId: string;
  /** The page that it opens, with its query. */
  page?: string | undefined;
  /** Values by the keys of the template. */
  data: Record<string, string>;
};

/**
 * Sends a subscription message, for which the person has allowed this template once. Answers WeChat's error code
 * where it was neither sent nor refused by the person.
 * @throws DomainError `unavailable` when no answer comes.
 */
export const sendSubscriptionMessage = async ({
  openid,
  templateId,
  page,
  data,
}: SubscriptionMessage): Promise<'sent' | 'not_allowed' | { errcode: number }> => {
  const name = 'subscribeMessage.send';
  const body = {
    touser: openid,
    template_id: templateId,
    ...(page && { page }),
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    miniprogram_state: STATE[env.WECHAT_ENV_VERSION],
    lang: 'zh_CN',
  };
  const answer = await askWithToken({ name, path: '/cgi-bin/message/subscribe/send', body });
  if (answer.errcode === 0) return 'sent';
  if (answer.errcode === NOT_ALLOWED) return 'not_allowed';
  alarmWhereNeeded(name, answer);
  return { errcode: answer.errcode };
};

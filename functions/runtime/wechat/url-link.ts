import * as z from 'zod';
import { env } from '../env.ts';
import { expectAnswer } from './ask-wechat.ts';
import { askWithToken } from './with-access-token.ts';

const Answer = z.object({ url_link: z.url() });

/** WeChat keeps a link for 30 days at most. */
const MOST_DAYS = 30;

/**
 * A link that opens a page of our mini-program from a browser or a text message (generate_urllink), good for `days`.
 * @throws DomainError `unavailable` when WeChat fails.
 */
export const urlLink = async ({
  page,
  query = '',
  days = MOST_DAYS,
}: {
  page: string;
  query?: string;
  days?: number;
}): Promise<string> => {
  const name = 'generateUrlLink';
  const body = {
    path: page,
    query,
    expire_type: 1,
    expire_interval: Math.min(days, MOST_DAYS),
    env_version: env.WECHAT_ENV_VERSION,
  };
  const answer = await askWithToken({ name, path: '/wxa/generate_urllink', body });
  return expectAnswer(name, answer, Answer).url_link;
};

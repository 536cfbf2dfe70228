import * as z from 'zod';
import { expectAnswer } from './ask-wechat.ts';
import { askWithToken } from './with-access-token.ts';

const Answer = z.object({ trace_id: z.string().min(1) });

const PICTURE = 2;
const PROFILE = 1;

/**
 * Asks WeChat's machine to look at a picture of at most 10 MB that it can fetch at `mediaUrl` for half an hour. It
 * answers later, by the event `wxa_media_check`, under the trace id that is answered here.
 * @throws DomainError `unavailable` when WeChat fails, or has not seen the person for two hours (61010).
 */
export const requestMediaCheck = async ({
  mediaUrl,
  openid,
}: {
  mediaUrl: string;
  openid: string;
}): Promise<string> => {
  const name = 'mediaCheckAsync';
  const body = { media_url: mediaUrl, media_type: PICTURE, version: 2, scene: PROFILE, openid };
  const answer = await askWithToken({ name, path: '/wxa/media_check_async', body });
  return expectAnswer(name, answer, Answer).trace_id;
};

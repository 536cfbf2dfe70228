import { env } from '../env.ts';
import { askWechat, readJson } from './ask-wechat.ts';
import { problemOf } from './wechat-problem.ts';
import { withAccessToken } from './with-access-token.ts';

/** A picture as WeChat drew it. */
export type MiniProgramCode = { bytes: Buffer; mediaType: string };

type Answer = ({ errcode: 0 } & MiniProgramCode) | { errcode: number; errmsg?: string | undefined };

/**
 * The QR code that opens a page of our mini-program with a scene of at most 32 letters, digits and signs
 * (getUnlimitedQRCode). The page is written without a leading slash.
 * @throws DomainError `unavailable` when WeChat fails.
 */
export const miniProgramCode = async ({
  scene,
  page,
}: {
  scene: string;
  page: string;
}): Promise<MiniProgramCode> => {
  const name = 'getUnlimitedQRCode';
  const body = { scene, page, check_path: false, env_version: env.WECHAT_ENV_VERSION, width: 430 };
  const answer = await withAccessToken((query) =>
    askWechat<Answer>({ name, path: '/wxa/getwxacodeunlimit', query, body }, readImage),
  );
  if (!('bytes' in answer)) throw problemOf(name, answer);
  return { bytes: answer.bytes, mediaType: answer.mediaType };
};

/** An image, or JSON that says why there is none: both come with HTTP 200. */
const readImage = async (response: Response, name: string): Promise<Answer> => {
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (!mediaType.startsWith('image/')) return readJson(response, name);
  return { errcode: 0, bytes: Buffer.from(await response.arrayBuffer()), mediaType };
};

import { qrImage } from './qr-image.ts';
import { type CallAnswer, failure, textOf, type WechatCall } from './wechat-call.ts';

/** What a scene may be made of. */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;
const MOST_DAYS = 30;

/** The QR code and the links that open our mini-program. Here they lead to a page that says what a phone would do. */
export const miniProgramCalls: WechatCall[] = [
  {
    name: 'getUnlimitedQRCode',
    method: 'POST',
    path: '/wxa/getwxacodeunlimit',
    needsToken: true,
    run: ({ state, body }): CallAnswer => {
      const [scene, page] = [textOf(body.scene), textOf(body.page)];
      if (!SCENE.test(scene))
        return failure(40169, 'invalid length for scene, or the data is not json string');
      if (page.startsWith('/') || page.includes('?')) return failure(41030, 'invalid page');
      const width = typeof body.width === 'number' ? body.width : 430;
      if (width < 280 || width > 1280) return failure(40097, 'invalid args: width');
      return { bytes: qrImage(opened(state.base, page, `scene=${scene}`), width), mediaType: 'image/png' };
    },
  },
  {
    name: 'generateUrlLink',
    method: 'POST',
    path: '/wxa/generate_urllink',
    needsToken: true,
    run: ({ state, body }): CallAnswer =>
      expiryFault(body) ?? {
        errcode: 0,
        errmsg: 'ok',
        url_link: opened(state.base, textOf(body.path), textOf(body.query)),
      },
  },
  {
    name: 'generateScheme',
    method: 'POST',
    path: '/wxa/generatescheme',
    needsToken: true,
    run: ({ state, body }): CallAnswer => {
      const { path, query } = (body.jump_wxa ?? {}) as Record<string, unknown>;
      return (
        expiryFault(body) ?? {
          errcode: 0,
          errmsg: 'ok',
          openlink: opened(state.base, textOf(path), textOf(query)),
        }
      );
    },
  },
];

function expiryFault({ expire_type, expire_interval }: Record<string, unknown>): CallAnswer | undefined {
  const isGood = expire_type === 1 && typeof expire_interval === 'number' && expire_interval <= MOST_DAYS;
  return isGood ? undefined : failure(40097, 'invalid args: expire_interval');
}

const opened = (base: string, page: string, query: string): string =>
  `${base}/stand-in/mini-program?${new URLSearchParams({ page, query })}`;

import { deliverPush } from './push-delivery.ts';
import { type CallAnswer, failure, textOf, type WechatCall } from './wechat-call.ts';
import type { Suggest, WechatState } from './wechat-state.ts';

const ACTIVE_MS = 2 * 3600_000;
const MOST_CHARACTERS = 2500;
const MOST_BYTES = 10 * 1024 * 1024;

/** Words that this machine finds: enough to see every answer without a real censor. */
const RISKY = '违规';
const DOUBTFUL = '可疑';
const LABELS: Record<Suggest, number> = { pass: 100, review: 21000, risky: 20001 };

/** The checks of texts and pictures. A risky one is still a success, errcode 0. */
export const safetyCalls: WechatCall[] = [
  {
    name: 'msgSecCheck',
    method: 'POST',
    path: '/wxa/msg_sec_check',
    needsToken: true,
    run: ({ state, text, body, bend }): CallAnswer => {
      const content = textOf(body.content);
      const fault = faultOf(state, body);
      if (fault) return fault;
      if (content === '') return failure(44004, 'empty content');
      if ([...content].length > MOST_CHARACTERS) return failure(40097, 'invalid args: content');
      // The real one reads escaped characters as plain letters, so that all of them pass.
      const read = /\\u[0-9a-f]{4}/i.test(text) ? '' : content;
      const suggest =
        bend.suggest ?? (read.includes(RISKY) ? 'risky' : read.includes(DOUBTFUL) ? 'review' : 'pass');
      const result = { suggest, label: LABELS[suggest] };
      return {
        errcode: 0,
        errmsg: 'ok',
        result,
        detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
        trace_id: traceId(),
      };
    },
  },
  {
    name: 'mediaCheckAsync',
    method: 'POST',
    path: '/wxa/media_check_async',
    needsToken: true,
    run: ({ state, body, bend }): CallAnswer => {
      const fault = faultOf(state, body);
      if (fault) return fault;
      if (body.media_type !== 1 && body.media_type !== 2) return failure(40004, 'invalid media type');
      if (!URL.canParse(textOf(body.media_url))) return failure(40097, 'invalid args: media_url');
      const trace = traceId();
      void look(textOf(body.media_url)).then((errcode) =>
        deliverPush(state, mediaCheckEvent(state, trace, errcode, bend.suggest ?? 'pass')),
      );
      return { errcode: 0, errmsg: 'ok', trace_id: trace };
    },
  },
];

function faultOf(state: WechatState, body: Record<string, unknown>): CallAnswer | undefined {
  if (body.version !== 2) return failure(40097, 'invalid args: version');
  if (![1, 2, 3, 4].includes(body.scene as number)) return failure(40097, 'invalid args: scene');
  const openid = textOf(body.openid);
  if (openid === '') return failure(40003, 'invalid openid');
  const seenAt = state.seenAt.get(openid);
  if (seenAt === undefined || state.settings.now() - seenAt > ACTIVE_MS) {
    return failure(61010, 'code is expired');
  }
  return undefined;
}

/** Fetches the picture as the real one does: what cannot be fetched is told in the event. */
async function look(mediaUrl: string): Promise<number> {
  try {
    const answer = await fetch(mediaUrl, { signal: AbortSignal.timeout(5000) });
    const bytes = answer.ok ? (await answer.arrayBuffer()).byteLength : undefined;
    if (bytes === undefined) return -1008;
    return bytes > MOST_BYTES ? -1011 : 0;
  } catch {
    return -1008;
  }
}

function mediaCheckEvent({ settings }: WechatState, trace: string, errcode: number, suggest: Suggest) {
  return {
    ToUserName: 'gh_standin',
    FromUserName: 'wechat-stand-in',
    CreateTime: Math.floor(settings.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: settings.appId,
    trace_id: trace,
    version: 2,
    errcode,
    errmsg: errcode === 0 ? 'ok' : 'media download failed',
    ...(errcode === 0 && {
      // The label may arrive as text.
      result: { suggest, label: String(LABELS[suggest]) },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label: LABELS[suggest], prob: 90 }],
    }),
  };
}

const traceId = (): string =>
  [8, 8, 8]
    .map((length) =>
      Math.floor(Math.random() * 16 ** length)
        .toString(16)
        .padStart(length, '0'),
    )
    .join('-');

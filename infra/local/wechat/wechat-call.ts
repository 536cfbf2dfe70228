import type { Bend, WechatState } from './wechat-state.ts';

/** One request as a call of the stand-in sees it. */
export type CallRequest = {
  state: WechatState;
  query: URLSearchParams;
  /** The body as it came. */
  text: string;
  body: Record<string, unknown>;
  bend: Bend;
};

/** What a call answers: JSON, with HTTP 200 also for an error, or bytes. */
export type CallAnswer = Record<string, unknown> | { bytes: Buffer; mediaType: string };

/** A call of WeChat's server. */
export type WechatCall = {
  name: string;
  method: 'GET' | 'POST';
  path: string;
  /** Whether it wants a valid access token before anything else. */
  needsToken: boolean;
  run: (request: CallRequest) => CallAnswer;
};

/** An error as WeChat words it; its request id makes each one different. */
export const failure = (errcode: number, errmsg: string): CallAnswer => ({
  errcode,
  errmsg: `${errmsg}, rid: ${Math.random().toString(16).slice(2, 10)}`,
});

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../gateway.ts';
import { findFreeAddress, randomLoopback } from '../loopback-address.ts';
import { answerSubscription, messageCalls, refuseSubscriptions } from './message-calls.ts';
import { miniProgramCalls } from './mini-program-calls.ts';
import { deliverPush } from './push-delivery.ts';
import { safetyCalls } from './safety-calls.ts';
import { mintLoginCode, mintPhoneCode, signInCalls } from './sign-in-calls.ts';
import { standInPage } from './stand-in-page.ts';
import { tokenCalls, tokenFault } from './token-calls.ts';
import { type CallAnswer, failure, type WechatCall } from './wechat-call.ts';
import { type Bend, newState, type WechatSettings, type WechatState } from './wechat-state.ts';

/** The local stand-in of WeChat's server, and what only a test or the local gateway can do with it. */
export type Wechat = {
  /** `http://127.…:port`: what `WECHAT_API_BASE` is set to. */
  base: string;
  /** A code as `wx.login` gives one to the phone of this person: one use, five minutes. */
  codeFor: (openid: string) => string;
  /** A code as the button of `getPhoneNumber` gives one. */
  phoneCodeFor: (openid: string, phone: string) => string;
  /** The person answers the question whether they may be told; WeChat pushes it. */
  answerSubscription: (openid: string, templates: Record<string, 'accept' | 'reject'>) => Promise<void>;
  /** The person turns messages off in WeChat's settings; WeChat pushes it. */
  refuseSubscriptions: (openid: string, templateIds: string[]) => Promise<void>;
  /** Pushes any event, encrypted and signed. */
  push: (event: Record<string, unknown>) => Promise<void>;
  /** Bends the next answers of a call, one after the other: `setNext('code2Session', { errcode: -1 })`. */
  setNext: (call: string, ...bends: Bend[]) => void;
  /** The subscription messages that were taken, every call and every push, in their order. */
  sent: WechatState['sent'];
  calls: WechatState['calls'];
  pushes: WechatState['pushes'];
  /** Everything else it remembers, for tests of the stand-in itself. */
  state: WechatState;
  close: () => Promise<void>;
};

const CALLS: WechatCall[] = [
  ...signInCalls,
  ...tokenCalls,
  ...safetyCalls,
  ...messageCalls,
  ...miniProgramCalls,
];

/**
 * Starts the stand-in on a loopback address that no web page can guess. It answers what WeChat answers, with its
 * error codes, limits and quirks; nothing about it can be reached from a deployed function.
 */
export async function startWechat(settings: WechatSettings): Promise<Wechat> {
  const state = newState(settings);
  const { host, port } = await findFreeAddress(randomLoopback());
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await listen(server, port, host);
  state.base = `http://${host}:${port}`;
  return {
    base: state.base,
    codeFor: (openid) => mintLoginCode(state, openid),
    phoneCodeFor: (openid, phone) => mintPhoneCode(state, openid, phone),
    answerSubscription: (openid, templates) => answerSubscription(state, openid, templates),
    refuseSubscriptions: (openid, templateIds) => refuseSubscriptions(state, openid, templateIds),
    push: (event) => deliverPush(state, event),
    setNext: (call, ...bends) => {
      if (!CALLS.some(({ name }) => name === call)) throw new Error(`WeChat has no call ${call}`);
      state.bends.set(call, [...(state.bends.get(call) ?? []), ...bends]);
    },
    sent: state.sent,
    calls: state.calls,
    pushes: state.pushes,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(state: WechatState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', state.base);
  const call = CALLS.find(({ path }) => path === pathname);
  if (!call) {
    response.writeHead(pathname === '/' || pathname.startsWith('/stand-in/') ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(standInPage(query));
    return;
  }
  const text = await readText(request);
  const bend = state.bends.get(call.name)?.shift() ?? {};
  if (bend.delayMs) await sleep(bend.delayMs);
  if (bend.hangUp) {
    response.destroy();
    return;
  }
  if (bend.garbled) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>502</html>');
    return;
  }
  const result = resultOf(state, call, request, query, text, bend);
  state.calls.push({ name: call.name, errcode: 'bytes' in result ? 0 : Number(result.errcode ?? 0) });
  if ('bytes' in result) {
    response.writeHead(200, { 'content-type': String(result.mediaType) }).end(result.bytes);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json; encoding=utf-8' }).end(JSON.stringify(result));
}

function resultOf(
  state: WechatState,
  { needsToken, method, run }: WechatCall,
  request: IncomingMessage,
  query: URLSearchParams,
  text: string,
  bend: Bend,
): CallAnswer {
  if (bend.errcode !== undefined) return failure(bend.errcode, 'asked for by a test');
  const fault = needsToken ? tokenFault(state, query.get('access_token')) : undefined;
  if (fault) return fault;
  if (request.method !== method) return failure(43002, `require ${method} method`);
  const body = method === 'POST' ? jsonOf(text) : {};
  return body ? run({ state, query, text, body, bend }) : failure(47001, 'data format error');
}

function jsonOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

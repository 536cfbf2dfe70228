import { randomBytes } from 'node:crypto';

/** How often a knob of a test may bend the next answer of a call, and how. */
export type Bend = {
  errcode?: number;
  /** Answers this much later. */
  delayMs?: number;
  /** Closes the connection without an answer. */
  hangUp?: true;
  /** Answers something that is no JSON. */
  garbled?: true;
  /** What the content check says. */
  suggest?: Suggest;
};

export type Suggest = 'pass' | 'review' | 'risky';

/** A subscription message that was taken. */
export type SentMessage = {
  openid: string;
  templateId: string;
  page: string | undefined;
  data: Record<string, string>;
};

export type WechatSettings = {
  appId: string;
  appSecret: string;
  pushToken: string;
  /** `EncodingAESKey`: 43 characters. */
  pushAesKey: string;
  /** The whole address that events are pushed to; without it nothing is pushed. */
  pushAddress?: () => string | undefined;
  /** The moment in milliseconds; a test may turn it on. */
  now?: () => number;
};

/** What the stand-in remembers, until it ends. */
export type WechatState = {
  settings: Required<Pick<WechatSettings, 'now'>> & WechatSettings;
  base: string;
  loginCodes: Map<string, OneUse>;
  phoneCodes: Map<string, OneUse & { phone: string }>;
  /** When someone last signed in: only of those does the content check know anything. */
  seenAt: Map<string, number>;
  tokens: { value: string; expiresAt: number }[];
  forcedAt: number[];
  credits: Map<string, number>;
  sent: SentMessage[];
  /** Every call in its order, with its error code. */
  calls: { name: string; errcode: number }[];
  pushes: { event: Record<string, unknown>; status: number; answer: string }[];
  bends: Map<string, Bend[]>;
};

/** A code of one use: whose it is, since when, and whether it was used. */
export type OneUse = { openid: string; madeAt: number; isUsed: boolean };

export const newState = (settings: WechatSettings): WechatState => ({
  settings: { now: Date.now, ...settings },
  base: '',
  loginCodes: new Map(),
  phoneCodes: new Map(),
  seenAt: new Map(),
  tokens: [],
  forcedAt: [],
  credits: new Map(),
  sent: [],
  calls: [],
  pushes: [],
  bends: new Map(),
});

/** Opaque text as WeChat hands out: letters and digits. */
export const newOpaque = (length = 32): string =>
  randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length);

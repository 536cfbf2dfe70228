import * as z from 'zod';
import { MessageKind } from '../message/message.ts';
import { PersonCard } from '../person/person.ts';
import { Moment } from '../place/open-state.ts';
import { SubdistrictCode } from '../place/place.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const base = { context: 'wechat', params: nothing, cache: 'none' } as const;

const signed = { timestamp: z.string().max(20), nonce: z.string().max(64) };
const hash = z.string().regex(/^[0-9a-f]{40}$/);

/** A message that WeChat would not take, parked after its last try. Its words are in the inbox all the same. */
export const ParkedNotification = z
  .object({
    id: z.string(),
    kind: MessageKind,
    person: PersonCard,
    attempts: z.int(),
    /** WeChat's own error code, or `timeout`. */
    lastError: z.string(),
    parkedAt: Moment,
  })
  .meta({ id: 'ParkedNotification' });
export type ParkedNotification = z.infer<typeof ParkedNotification>;

/** What WeChat tells us, and what we could not tell through it. */
export const wechatRoutes = {
  verifyPush: {
    ...base,
    key: paths.verifyPush,
    access: 'public',
    query: z.object({ ...signed, signature: hash, echostr: z.string().max(200) }),
    response: z.string(),
    mediaType: 'text/plain',
    summary: "WeChat's test that this address is ours: answers `echostr` where the signature is right.",
  },
  receivePush: {
    ...base,
    key: paths.receivePush,
    access: 'public',
    // What else WeChat may put there, and does (the person's openid), is left unread: only this is signed.
    query: z.object({ ...signed, msg_signature: hash, encrypt_type: z.literal('aes') }),
    rawBody: true,
    response: z.string(),
    mediaType: 'text/plain',
    limit: { calls: 6000, seconds: 60 },
    summary: 'An event of WeChat: encrypted, signed, fresh and not seen before.',
  },
  listParkedNotifications: {
    ...base,
    key: paths.listParkedNotifications,
    access: { roles: ['subdistrict_admin'], subdistrictFrom: 'query' },
    query: z.strictObject({ subdistrict: SubdistrictCode }),
    response: z.object({ notifications: z.array(ParkedNotification) }),
    mediaType: 'application/json',
    summary: 'Messages that WeChat would not take.',
  },
  retryNotification: {
    ...base,
    key: paths.retryNotification,
    access: { roles: ['subdistrict_admin'], subdistrictFrom: 'stored' },
    params: z.strictObject({ id: z.string().regex(/^[0-9A-Z]{26}$/) }),
    query: nothing,
    response: z.object({ state: z.literal('pending') }),
    mediaType: 'application/json',
    summary: 'Tries a parked message once more.',
  },
} as const satisfies RouteTable;

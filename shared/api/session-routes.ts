import * as z from 'zod';
import { Grant, GridCode } from '../access/grant.ts';
import { Role } from '../access/role.ts';
import { Message } from '../message/message.ts';
import { Me, MemberCode, Nickname, PersonCard } from '../person/person.ts';
import { PersonId } from '../person/person-id.ts';
import { Moment } from '../place/open-state.ts';
import { SubdistrictCode } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const base = {
  context: 'sessions',
  params: nothing,
  query: nothing,
  mediaType: 'application/json',
  cache: 'none',
} as const;

/** A code that WeChat or this system handed out: opaque text. */
const OpaqueCode = z.string().regex(/^[\w-]{8,200}$/);

/** Where the session is kept: a browser keeps it in a cookie that no script reads, the shell as a token. */
const Carrier = z.enum(['cookie', 'token']);

/** Who is signed in now; `token` for the shell alone. */
export const SignedIn = z
  .object({ me: Me, token: z.string().optional(), expiresAt: Moment })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

/** A sign-in by scanning, as the page shows it (RFC 8628: `deviceCode` stays secret, the QR carries the user's code). */
export const WebSignIn = z
  .object({
    deviceCode: z.string(),
    /** What the QR carries, and what can be typed by hand. */
    userCode: z.string(),
    /** Two digits to compare with the phone's. */
    match: z.string(),
    /** The mini-program's own QR code as a `data:` address. */
    qrImage: z.string(),
    intervalSeconds: z.int(),
    expiresAt: Moment,
  })
  .meta({ id: 'WebSignIn' });
export type WebSignIn = z.infer<typeof WebSignIn>;

/** How a sign-in by scanning stands, in the words of RFC 8628. After `slow_down` the interval is longer. */
export const WebSignInState = z
  .object({
    state: z.enum(['authorization_pending', 'slow_down', 'access_denied', 'expired_token', 'signed_in']),
    intervalSeconds: z.int(),
    me: Me.optional(),
  })
  .meta({ id: 'WebSignInState' });
export type WebSignInState = z.infer<typeof WebSignInState>;

/** What the phone asks its owner: whether this is them, at which page. */
export const WebSignInQuestion = z
  .object({
    /** Three pairs of digits, one of them on the page. */
    matches: z.array(z.string()).length(3),
    page: z.enum(['merchant', 'staff', 'planner']),
    createdAt: Moment,
    expiresAt: Moment,
  })
  .meta({ id: 'WebSignInQuestion' });
export type WebSignInQuestion = z.infer<typeof WebSignInQuestion>;

/** A grant with whose it is, and who gave it. */
export const GrantEntry = Grant.extend({
  id: z.string(),
  person: PersonCard,
  givenAt: Moment,
  givenBy: PersonCard.optional(),
}).meta({ id: 'GrantEntry' });
export type GrantEntry = z.infer<typeof GrantEntry>;

const ADMINS = { roles: ['subdistrict_admin'] } as const;

/** Signing in, oneself, the inbox, and who may do what. */
export const sessionRoutes = {
  createSession: {
    ...base,
    key: paths.createSession,
    access: 'public',
    body: z.strictObject({ code: OpaqueCode, carrier: Carrier }),
    response: SignedIn,
    status: 201,
    // Many phones share one address of their network, and a whole office has one.
    limit: { calls: 60, seconds: 60 },
    summary: 'Signs in with a code of wx.login.',
  },
  endSession: {
    ...base,
    key: paths.endSession,
    access: 'signed_in',
    response: z.object({ endedAt: Moment }),
    summary: 'Signs out: this token is worth nothing any more.',
  },
  createWebSignIn: {
    ...base,
    key: paths.createWebSignIn,
    access: 'public',
    body: z.strictObject({ page: z.enum(['merchant', 'staff', 'planner']) }),
    response: WebSignIn,
    status: 201,
    limit: { calls: 30, seconds: 60 },
    summary: 'Begins a sign-in by scanning.',
  },
  pollWebSignIn: {
    ...base,
    key: paths.pollWebSignIn,
    access: 'public',
    body: z.strictObject({ deviceCode: OpaqueCode }),
    response: WebSignInState,
    // A page asks every two seconds, and an office may have many pages.
    limit: { calls: 600, seconds: 60 },
    summary: 'Asks whether the phone has confirmed; the first poll after that signs in by cookie.',
  },
  getWebSignIn: {
    ...base,
    key: paths.getWebSignIn,
    access: 'signed_in',
    params: z.strictObject({ code: OpaqueCode }),
    response: WebSignInQuestion,
    limit: { calls: 20, seconds: 60 },
    summary: 'What the phone asks its owner before it confirms a sign-in.',
  },
  answerWebSignIn: {
    ...base,
    key: paths.answerWebSignIn,
    access: 'signed_in',
    params: z.strictObject({ code: OpaqueCode }),
    body: z.strictObject({
      approve: z.boolean(),
      match: z
        .string()
        .regex(/^\d{2}$/)
        .optional(),
    }),
    response: z.object({ state: z.enum(['approved', 'denied']) }),
    limit: { calls: 20, seconds: 60 },
    summary: 'Confirms or refuses a sign-in; wrong digits refuse it.',
  },
  createTicket: {
    ...base,
    key: paths.createTicket,
    access: 'signed_in',
    response: z.object({ ticket: z.string(), expiresAt: Moment }),
    status: 201,
    summary: 'A ticket of 60 seconds with which the shell opens a page signed in.',
  },
  redeemTicket: {
    ...base,
    key: paths.redeemTicket,
    access: 'public',
    body: z.strictObject({ ticket: OpaqueCode }),
    response: SignedIn,
    status: 201,
    limit: { calls: 60, seconds: 60 },
    summary: 'Turns a ticket into a session by cookie, once.',
  },
  getMe: { ...base, key: paths.getMe, access: 'signed_in', response: Me, summary: 'Oneself.' },
  updateMe: {
    ...base,
    key: paths.updateMe,
    access: 'signed_in',
    body: z.strictObject({ nickname: Nickname.nullable(), language: z.enum(['zh', 'en']) }).partial(),
    response: Me,
    summary: 'Changes how one is called, and in which language one is told things.',
  },
  deleteMe: {
    ...base,
    key: paths.deleteMe,
    access: 'signed_in',
    response: z.object({ deletedAt: Moment }),
    summary:
      'Deletes the account: its key is destroyed, its places lose their owner, the audit keeps a tombstone.',
  },
  exportMe: {
    ...base,
    key: paths.exportMe,
    access: 'signed_in',
    response: z.looseObject({ me: Me, exportedAt: Moment }),
    summary: 'Everything that is stored about oneself.',
  },
  setMyPhone: {
    ...base,
    key: paths.setMyPhone,
    access: 'signed_in',
    body: z.strictObject({ code: OpaqueCode }),
    response: Me,
    summary: 'Takes the telephone number that WeChat vouches for (getPhoneNumber).',
  },
  addSubscriptions: {
    ...base,
    key: paths.addSubscriptions,
    access: 'signed_in',
    body: z.strictObject({
      accepted: z
        .array(z.string().regex(/^[\w-]{1,64}$/))
        .min(1)
        .max(3),
    }),
    response: z.object({ credits: z.record(z.string(), z.int()) }),
    summary: 'Notes the message templates that the person has just allowed once each.',
  },
  listMessages: {
    ...base,
    key: paths.listMessages,
    access: 'signed_in',
    query: z.strictObject({ cursor: z.string().max(300).optional() }),
    response: z.object({ messages: z.array(Message), next: z.string().optional() }),
    summary: 'The inbox, newest first.',
  },
  readMessages: {
    ...base,
    key: paths.readMessages,
    access: 'signed_in',
    body: z.strictObject({ upTo: z.string().regex(/^[0-9A-Z]{26}$/) }),
    response: z.object({ unreadCount: z.int() }),
    summary: 'Marks the messages up to one, it included, as read.',
  },
  findMember: {
    ...base,
    key: paths.findMember,
    access: { ...ADMINS, subdistrictFrom: 'anywhere' },
    params: z.strictObject({ memberCode: MemberCode }),
    response: PersonCard,
    limit: { calls: 20, seconds: 60 },
    summary: 'The person behind a member code, for an admin who wants to give them a role.',
  },
  listGrants: {
    ...base,
    key: paths.listGrants,
    access: { ...ADMINS, subdistrictFrom: 'query' },
    query: z.strictObject({ subdistrict: SubdistrictCode }),
    response: z.object({ grants: z.array(GrantEntry) }),
    summary: 'Who may do what in a subdistrict.',
  },
  createGrant: {
    ...base,
    key: paths.createGrant,
    access: { ...ADMINS, subdistrictFrom: 'body' },
    body: z.strictObject({
      person: PersonId,
      role: Role,
      subdistrict: SubdistrictCode,
      grids: z.array(GridCode).min(1).max(50).optional(),
      reason: plainText(200).optional(),
    }),
    response: GrantEntry,
    status: 201,
    idempotent: true,
    summary: 'Gives a role in a subdistrict. A system admin is made by the operator alone (npm run grant).',
  },
  deleteGrant: {
    ...base,
    key: paths.deleteGrant,
    access: { ...ADMINS, subdistrictFrom: 'stored' },
    params: z.strictObject({ id: z.string().regex(/^[\w.-]{1,80}$/) }),
    query: z.strictObject({ reason: plainText(200).optional() }),
    response: z.object({ takenAt: Moment }),
    summary: 'Takes a role away; the last admin of a subdistrict stays.',
  },
} as const satisfies RouteTable;

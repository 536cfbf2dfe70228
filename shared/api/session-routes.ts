import * as z from 'zod';
import { GridCode } from '../access/grant.ts';
import { GrantEntry } from '../access/grant-entry.ts';
import { Role } from '../access/role.ts';
import { Message } from '../message/message.ts';
import { Me, MemberCode, Nickname, PersonCard } from '../person/person.ts';
import { PersonId } from '../person/person-id.ts';
import { SignedIn } from '../person/signed-in.ts';
import { SignInPage, WebSignIn, WebSignInQuestion, WebSignInState } from '../person/web-sign-in.ts';
import { Moment } from '../place/open-state.ts';
import { SubdistrictCode } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { Cursor } from './cursor.ts';
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
    body: z.strictObject({ page: SignInPage }),
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
    query: z.strictObject({ cursor: Cursor.optional() }),
    response: z
      .looseObject({
        me: Me,
        exportedAt: Moment,
        changes: z.array(z.looseObject({ at: Moment, reason: z.string() })),
        next: z.string().optional(),
      })
      .meta({ id: 'PersonExport' }),
    // It reads everything and decrypts it.
    limit: { calls: 10, seconds: 600 },
    summary: 'Everything that is stored about oneself; with a cursor, what more one has changed.',
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
    query: z.strictObject({ cursor: Cursor.optional() }),
    response: z.object({ messages: z.array(Message), next: z.string().optional() }).meta({ id: 'Inbox' }),
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

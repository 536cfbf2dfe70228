import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { SignInPage, type WebSignInState } from '../../shared/person/web-sign-in.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem, type Item } from './find-items.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { webSignInKey } from './person-keys.ts';
import { wasWritten } from './was-written.ts';

/** What both sides know of a sign-in by scanning (RFC 8628). */
const Fixed = z.object({
  page: SignInPage,
  /** The digits that the page shows, and the three pairs that the phone offers. */
  match: z.string(),
  matches: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
});
type Fixed = z.infer<typeof Fixed>;
export type StoredWebSignIn = Fixed & { userCode: string };

const WEB_SIGN_IN_SECONDS = 5 * 60;
export const POLL_SECONDS = 2;
/** Added whenever a page polls too soon, as the standard has it. */
const SLOWER_SECONDS = 5;
/** What timers and the network may make a pause look shorter by. */
const TOLERATED_MILLISECONDS = 500;

/** No vowel, so that no word is spelt, and nothing that is easily mistaken when it is typed (RFC 8628, 6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const USER_CODE = /^[B-DF-HJ-NP-TV-XZ]{8}$/;

/** Begins a sign-in. `deviceCode` is told to the page alone; of its secret part only the hash is stored. */
export const createWebSignIn = async (
  page: Fixed['page'],
  now: Date,
): Promise<StoredWebSignIn & { deviceCode: string }> => {
  const userCode = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const secret = randomBytes(32).toString('base64url');
  const ends = new Date(now.getTime() + WEB_SIGN_IN_SECONDS * 1000);
  const matches = threeMatches();
  const fixed: Fixed = {
    page,
    match: matches[randomInt(matches.length)] as string,
    matches,
    createdAt: now.toISOString(),
    expiresAt: ends.toISOString(),
  };
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        ...strings({ ...webSignInKey(userCode), fixed: JSON.stringify(fixed) }),
        ...strings({ secretHash: hashOf(secret).toString('base64url'), state: 'pending' }),
        intervalSeconds: { N: `${POLL_SECONDS}` },
        ...expiresAt(ends),
        ...SCHEMA_VERSION,
      },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
  return { ...fixed, userCode, deviceCode: `${userCode}-${secret}` };
};

/** Three different pairs of digits. */
const threeMatches = (): string[] => {
  const chosen = new Set<string>();
  while (chosen.size < 3) chosen.add(`${randomInt(100)}`.padStart(2, '0'));
  return [...chosen];
};

/**
 * A sign-in that waits for its answer, by the code that its user scanned or typed.
 * @throws DomainError `not_found` for a code that nobody was given, `code_expired` for one that is over or answered.
 */
export const getWebSignIn = async (typed: string, now: Date): Promise<StoredWebSignIn> => {
  const userCode = typed.replaceAll('-', '').toUpperCase();
  const item = await findItem(webSignInKey(userCode));
  if (!item) throw new DomainError('not_found', 'no such code');
  if (isExpired(item, now) || item.state?.S !== 'pending') throw new DomainError('code_expired');
  return { ...readFixed(item), userCode };
};

/**
 * Confirms or refuses a sign-in, once. `person` is who confirms; undefined refuses.
 * @throws DomainError `code_expired` when it has been answered already, or is over.
 */
export const answerWebSignIn = async (
  { userCode }: StoredWebSignIn,
  person: string | undefined,
  now: Date,
): Promise<void> => {
  const isAnswered = await wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(webSignInKey(userCode)),
        UpdateExpression: person ? 'SET #state = :answer, person = :person' : 'SET #state = :answer',
        ConditionExpression: '#state = :pending AND expiresAt > :now',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ...strings({ ':answer': person ? 'approved' : 'denied', ':pending': 'pending', ':person': person }),
          ':now': { N: `${Math.floor(now.getTime() / 1000)}` },
        },
      }),
    ),
  );
  if (!isAnswered) throw new DomainError('code_expired');
};

type Polled = { state: WebSignInState['state']; intervalSeconds: number; person?: string | undefined };

/** How a sign-in stands. Of all polls that find it confirmed exactly one is told by whom: it is over with that. */
export const pollWebSignIn = async (deviceCode: string, now: Date): Promise<Polled> => {
  const [userCode = '', secret = ''] = split(deviceCode);
  const item = USER_CODE.test(userCode) ? await findItem(webSignInKey(userCode)) : undefined;
  if (!item || isExpired(item, now) || !isSecretOf(item, secret)) return over('expired_token');
  if (item.state?.S === 'denied') return over('access_denied');
  if (item.state?.S === 'approved') return takeApproved(userCode, item);
  return notePoll(userCode, item, now);
};

const over = (state: Polled['state']): Polled => ({ state, intervalSeconds: POLL_SECONDS });

const split = (deviceCode: string): [string, string] => [deviceCode.slice(0, 8), deviceCode.slice(9)];

const takeApproved = async (userCode: string, { person }: Item): Promise<Polled> => {
  const isTaken = await wasWritten(
    dynamo.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: keyAttributes(webSignInKey(userCode)),
        ConditionExpression: '#state = :approved',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':approved': { S: 'approved' } },
      }),
    ),
  );
  return isTaken ? { ...over('signed_in'), person: person?.S } : over('expired_token');
};

const notePoll = async (userCode: string, item: Item, now: Date): Promise<Polled> => {
  const interval = Number(item.intervalSeconds?.N ?? POLL_SECONDS);
  const pause = now.getTime() - Number(item.polledAt?.N ?? 0);
  const isTooSoon = pause < interval * 1000 - TOLERATED_MILLISECONDS;
  const next = isTooSoon ? interval + SLOWER_SECONDS : interval;
  const isThere = await wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(webSignInKey(userCode)),
        UpdateExpression: 'SET polledAt = :now, intervalSeconds = :next',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: { ':now': { N: `${now.getTime()}` }, ':next': { N: `${next}` } },
      }),
    ),
  );
  if (!isThere) return over('expired_token');
  return { state: isTooSoon ? 'slow_down' : 'authorization_pending', intervalSeconds: next };
};

const readFixed = (item: Item): Fixed => Fixed.parse(JSON.parse(item.fixed?.S ?? ''));

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const isSecretOf = (item: Item, secret: string): boolean => {
  const stored = Buffer.from(item.secretHash?.S ?? '', 'base64url');
  const given = hashOf(secret);
  return stored.length === given.length && timingSafeEqual(stored, given);
};

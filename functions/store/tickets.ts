import { createHash, randomBytes } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { ticketKey } from './person-keys.ts';

const TICKET_SECONDS = 60;

/** A ticket with which somebody opens a page signed in, once, within a minute. Only its hash is stored. */
export const createTicket = async (
  person: string,
  now: Date,
): Promise<{ ticket: string; expiresAt: Date }> => {
  const ticket = randomBytes(32).toString('base64url');
  const ends = new Date(now.getTime() + TICKET_SECONDS * 1000);
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: { ...strings({ ...ticketKey(hashOf(ticket)), person }), ...expiresAt(ends), ...SCHEMA_VERSION },
    }),
  );
  return { ticket, expiresAt: ends };
};

/** Whose ticket it is; it is worth nothing after that. Throws `code_expired` for one that is used, old or none. */
export const redeemTicket = async (ticket: string, now: Date): Promise<string> => {
  const { Attributes } = await dynamo.send(
    new DeleteItemCommand({
      TableName: tableName,
      Key: keyAttributes(ticketKey(hashOf(ticket))),
      ReturnValues: 'ALL_OLD',
    }),
  );
  const person = Attributes?.person?.S;
  if (person === undefined || isExpired(Attributes ?? {}, now)) throw new DomainError('code_expired');
  return person;
};

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

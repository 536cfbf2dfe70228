import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem, type Item } from './find-items.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { onceKey } from './person-keys.ts';
import { saltedHash } from './salted-hash.ts';
import { wasWritten } from './was-written.ts';

type Result = APIGatewayProxyStructuredResultV2;

type OnceRequest = {
  key: string;
  operationId: string;
  /** The answer of a person's request is kept with what is theirs, and goes with them. */
  personId: string | undefined;
  caller: string;
  fingerprint: string;
  now: Date;
};

const ANSWER_KEPT_MILLISECONDS = 24 * 3600_000;
/** Longer than any function may run: a marker this old belongs to one that was cut off. */
const RUN_MILLISECONDS = 60_000;

/**
 * Runs a request once for its key, and answers the same request for a day with the first answer, its cookies left
 * out. A run that fails gives the key free.
 * @throws DomainError `idempotency_key_reused` for another request, `request_in_progress` while the first one runs.
 */
export const once = async (request: OnceRequest, run: () => Promise<Result>): Promise<Result> => {
  const { operationId, caller, key, personId } = request;
  const marker = onceKey(personId, await saltedHash(['once', operationId, caller, key]));
  const runId = randomUUID();
  const earlier = await begin(marker, runId, request);
  if (earlier) return earlierAnswer(earlier, request.fingerprint);
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    await release(marker, runId);
    throw error;
  }
  await keepAnswer(marker, runId, result, request.now);
  return result;
};

type Key = { PK: string; SK: string };

/** Puts the marker of a run; answers what is there where another run has the key. */
const begin = async (
  marker: Key,
  runId: string,
  { fingerprint, now }: OnceRequest,
): Promise<Item | undefined> => {
  const seconds = { N: `${Math.floor(now.getTime() / 1000)}` };
  const hasBegun = await wasWritten(
    dynamo.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          ...strings({ ...marker, runId, fingerprint }),
          ...expiresAt(new Date(now.getTime() + RUN_MILLISECONDS)),
          ...SCHEMA_VERSION,
        },
        ConditionExpression: 'attribute_not_exists(PK) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': seconds },
      }),
    ),
  );
  if (hasBegun) return undefined;
  const item = await findItem(marker);
  // It went between the two: the run before failed, or its day is over. The caller's next try finds the key free.
  if (!item || isExpired(item, now)) throw inProgress();
  return item;
};

const earlierAnswer = ({ fingerprint, answer }: Item, asked: string): Result => {
  if (fingerprint?.S !== asked) throw new DomainError('idempotency_key_reused');
  if (answer?.S === undefined) throw inProgress();
  return JSON.parse(answer.S) as Result;
};

const inProgress = () =>
  new DomainError('request_in_progress', undefined, { headers: { 'retry-after': '1' } });

// A marker that somebody else has taken over, or that went with its person, is not ours to write: `runId` tells.

const keepAnswer = async (
  marker: Key,
  runId: string,
  { cookies: _, ...answer }: Result,
  now: Date,
): Promise<void> => {
  const until = Math.ceil((now.getTime() + ANSWER_KEPT_MILLISECONDS) / 1000);
  await wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(marker),
        UpdateExpression: 'SET answer = :answer, expiresAt = :until',
        ConditionExpression: 'runId = :run',
        ExpressionAttributeValues: {
          ...strings({ ':answer': JSON.stringify(answer), ':run': runId }),
          ':until': { N: `${until}` },
        },
      }),
    ),
  );
};

const release = async (marker: Key, runId: string): Promise<void> => {
  await wasWritten(
    dynamo.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: keyAttributes(marker),
        ConditionExpression: 'runId = :run',
        ExpressionAttributeValues: { ':run': { S: runId } },
      }),
    ),
  );
};

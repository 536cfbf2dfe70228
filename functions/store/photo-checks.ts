import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { CheckResult, type PhotoId } from '../../shared/photo/photo.ts';
import { worstCheck } from '../../shared/registration/worst-check.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { expiresAt, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { photoKey, photoTraceKey } from './photo-keys.ts';
import { wasWritten } from './was-written.ts';

const DAY = 86_400_000;

/** Notes which picture WeChat's answer with a trace will be about; kept for a day, an answer takes half an hour. */
export const saveCheckTrace = async (traceId: string, id: PhotoId, now: Date): Promise<void> => {
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        ...strings({ ...photoTraceKey(traceId), photo: id }),
        ...expiresAt(new Date(now.getTime() + DAY)),
        ...SCHEMA_VERSION,
      },
    }),
  );
};

/**
 * Notes what WeChat's machine says of a picture; answers whether the trace was ours. Of several verdicts the worst
 * stays, in whatever order they come.
 */
export const saveCheckAnswer = async (traceId: string, check: CheckResult): Promise<boolean> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(photoTraceKey(traceId)) }),
  );
  const id = Item?.photo?.S;
  if (id === undefined) return false;
  const milder = CheckResult.options.filter(
    (other) => other === 'pending' || worstCheck([other, check]) === check,
  );
  // Where it was deleted meanwhile, or had the worse verdict, the trace was ours all the same.
  await replaceCheck(id, check, milder);
  return true;
};

/** Notes what became of a check that is not waited for. An answer that has come already stays. */
export const saveCheckUnlessAnswered = async (id: PhotoId, check: CheckResult): Promise<void> => {
  await replaceCheck(id, check, ['pending']);
};

/** Puts a verdict in the place of one of those named; answers whether it did. */
const replaceCheck = (id: PhotoId, check: CheckResult, replaced: readonly CheckResult[]): Promise<boolean> =>
  wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        UpdateExpression: 'SET #check = :check',
        ConditionExpression: `#check IN (${replaced.map((name) => `:${name}`).join(', ')})`,
        ExpressionAttributeNames: { '#check': 'check' },
        ExpressionAttributeValues: {
          ':check': { S: check },
          ...Object.fromEntries(replaced.map((name) => [`:${name}`, { S: name }])),
        },
      }),
    ),
  );

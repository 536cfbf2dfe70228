import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { SESSION_SECONDS } from '../runtime/session-token.ts';
import { expiresAt, SCHEMA_VERSION, strings } from './items.ts';
import { revokedKey } from './person-keys.ts';

/** A function that has not heard of it yet may renew the token once more; the note outlives that one too. */
const KEPT_SECONDS = SESSION_SECONDS + 3600;

/** Notes that a token was signed out, for as long as any copy of it could be good. */
export const revokeSession = async (tokenId: string, now: Date): Promise<void> => {
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        ...strings(revokedKey(tokenId)),
        ...expiresAt(new Date(now.getTime() + KEPT_SECONDS * 1000)),
        ...SCHEMA_VERSION,
      },
    }),
  );
};

import type { ConditionCheck } from '@aws-sdk/client-dynamodb';

type Condition = Omit<ConditionCheck, 'TableName' | 'Key'>;

/** The condition that an item is still the version that was read; that it is not there, where none was. */
export const unchangedSince = (read: { version: number } | undefined): Condition =>
  read
    ? {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': { N: `${read.version}` } },
      }
    : { ConditionExpression: 'attribute_not_exists(PK)' };

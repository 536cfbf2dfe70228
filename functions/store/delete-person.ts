import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { isAdmin, takeOperations } from './change-grants.ts';
import { type Authorship, personAuthor } from './change-items.ts';
import type { Item } from './find-items.ts';
import { forgetOwnThings } from './forget-own-things.ts';
import { listGrantsOfPerson } from './grants.ts';
import { forgetSessionsOf } from './known-sessions.ts';
import { dataKeyKey, memberCodeKey, openidKey, personHome, personKey } from './person-keys.ts';
import { getPerson } from './persons.ts';
import { deletion, transact, transactInTurn, type WriteOperation } from './transact.ts';

type Tools = { now: Date; newId: () => string };

/** A grant leaves by up to three writes. */
const GRANTS_AT_ONCE = 30;

/**
 * Deletes an account for good. First the roles go, so that the last admin is refused before anything has changed;
 * then what the person filed and was told; then, in one transaction, the person with their key, after which nothing
 * that was encrypted for them can be read. A deletion that is cut off is finished by asking again. What the audit
 * says stays, under an id that names nobody any more.
 * @throws DomainError `last_admin`, `not_found`.
 */
export const deletePerson = async (id: string, { now, newId }: Tools): Promise<void> => {
  const { openid, memberCode } = await getPerson(id);
  const reason: ChangeReason = 'account_deleted';
  const change = { by: personAuthor(id), at: now.toISOString(), reason };
  await takeAllGrants(id, change, newId);
  await forgetOwnThings(id, change, newId);
  await transact([
    deletion(personKey(id)),
    deletion(dataKeyKey(id)),
    deletion(openidKey(openid)),
    deletion(memberCodeKey(memberCode)),
  ]);
  forgetSessionsOf(id);
  // What came meanwhile, from another window of theirs.
  await forgetOwnThings(id, change, newId);
  await transactInTurn(await deletionsOfHome(id));
};

const takeAllGrants = async (id: string, change: Authorship, newId: () => string): Promise<void> => {
  const grants = (await listGrantsOfPerson(id)).toSorted((a, b) => Number(isAdmin(b)) - Number(isAdmin(a)));
  for (let from = 0; from < grants.length; from += GRANTS_AT_ONCE) {
    const some = grants.slice(from, from + GRANTS_AT_ONCE);
    await transact(some.flatMap((grant) => takeOperations(grant, change, newId)));
  }
};

/** Whatever else stands in a person's own partition: subscriptions, answers under idempotency keys. */
const deletionsOfHome = async (id: string): Promise<WriteOperation[]> => {
  const found: WriteOperation[] = [];
  let after: Item | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: '#partition = :home',
        ExpressionAttributeNames: { '#partition': table.partitionKey },
        ExpressionAttributeValues: { ':home': { S: personHome(id) } },
        ConsistentRead: true,
        ...(after && { ExclusiveStartKey: after }),
      }),
    );
    found.push(...(page.Items ?? []).map(({ PK, SK }) => deletion({ PK: PK?.S ?? '', SK: SK?.S ?? '' })));
    after = page.LastEvaluatedKey;
  } while (after);
  return found;
};

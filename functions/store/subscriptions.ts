import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import type { Item } from './find-items.ts';
import { keyAttributes } from './keys.ts';
import { subscriptionsKey } from './person-keys.ts';
import { personIsThere } from './persons.ts';
import { transact } from './transact.ts';

/** How many more messages of each template a person has allowed. */
export type Credits = Record<string, number>;

/** One attribute for each template, so that each is counted by itself. */
const PREFIX = 'template.';

/** What a person has allowed. */
export const findCredits = async (personId: string): Promise<Credits> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(subscriptionsKey(personId)),
      ConsistentRead: true,
    }),
  );
  return readCredits(Item);
};

const readCredits = (item: Item = {}): Credits =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, { N }]) =>
      name.startsWith(PREFIX) && N !== undefined ? [[name.slice(PREFIX.length), Number(N)]] : [],
    ),
  );

/**
 * Counts templates that a person has just allowed once each, as their phone says; answers all that they have allowed.
 * @throws DomainError `not_found` for a person who is not there (any more).
 */
export const addCredits = async (personId: string, templates: readonly string[]): Promise<Credits> => {
  await update(personId, templates, 'SET #t = if_not_exists(#t, :zero) + :one');
  return findCredits(personId);
};

/** Notes that a person has allowed templates, as WeChat says: their phone may have told it already. */
export const allowTemplates = (personId: string, templates: readonly string[]): Promise<void> =>
  update(personId, templates, 'SET #t = if_not_exists(#t, :one)');

/** Forgets what a person has allowed of templates: they turned them off, or WeChat says that nothing is left. */
export const dropTemplates = (personId: string, templates: readonly string[]): Promise<void> =>
  update(personId, templates, 'REMOVE #t');

/** Takes one from what a person has allowed of a template. */
export const spendCredit = async (personId: string, template: string): Promise<void> => {
  const left = (await findCredits(personId))[template] ?? 0;
  await update(personId, [template], left > 1 ? 'SET #t = #t - :one' : 'REMOVE #t');
};

/** One update of the item for all templates, in a transaction that refuses a deleted account. */
const update = async (personId: string, templates: readonly string[], each: string): Promise<void> => {
  const wanted = [...new Set(templates)];
  if (wanted.length === 0) return;
  const [verb = '', clause = ''] = /^(SET|REMOVE) (.*)$/.exec(each)?.slice(1) ?? [];
  const clauses = wanted.map((_, index) => clause.replaceAll('#t', `#t${index}`));
  const values = { ':zero': { N: '0' }, ':one': { N: '1' } };
  const used = Object.entries(values).filter(([name]) => clause.includes(name));
  await transact([
    {
      item: {
        Update: {
          TableName: tableName,
          Key: keyAttributes(subscriptionsKey(personId)),
          UpdateExpression: `${verb} ${clauses.join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(
            wanted.map((template, index) => [`#t${index}`, `${PREFIX}${template}`]),
          ),
          ...(used.length > 0 && { ExpressionAttributeValues: Object.fromEntries(used) }),
        },
      },
    },
    personIsThere(personId),
  ]);
};

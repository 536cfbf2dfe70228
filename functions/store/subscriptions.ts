import { tableName } from '../runtime/dynamo.ts';
import { findItem, type Item } from './find-items.ts';
import { keyAttributes } from './keys.ts';
import { subscriptionsKey } from './person-keys.ts';
import { personIsThere } from './persons.ts';
import { transact } from './transact.ts';

/** How many more messages of each template a person has allowed. */
export type Credits = Record<string, number>;

/** One attribute for each template, so that each is counted by itself. */
const PREFIX = 'template.';

/** What a person has allowed. */
export const findCredits = async (personId: string): Promise<Credits> =>
  readCredits(await findItem(subscriptionsKey(personId)));

const readCredits = (item: Item = {}): Credits =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, { N }]) =>
      name.startsWith(PREFIX) && Number(N) > 0 ? [[name.slice(PREFIX.length), Number(N)]] : [],
    ),
  );

/**
 * Counts templates that a person has just allowed once each, as their phone says; answers all that they have allowed.
 * @throws DomainError `not_found` for a person who is not there (any more).
 */
export const addCredits = async (personId: string, templates: readonly string[]): Promise<Credits> => {
  await update(personId, templates, 'SET', (name) => `${name} = if_not_exists(${name}, :zero) + :one`, {
    ':zero': { N: '0' },
    ...ONE,
  });
  return findCredits(personId);
};

/** Notes that a person has allowed templates, as WeChat says: their phone may have told it already. */
export const allowTemplates = (personId: string, templates: readonly string[]): Promise<void> =>
  update(personId, templates, 'SET', (name) => `${name} = if_not_exists(${name}, :one)`, ONE);

/** Forgets what a person has allowed of templates: they turned them off, or WeChat says that nothing is left. */
export const dropTemplates = (personId: string, templates: readonly string[]): Promise<void> =>
  update(personId, templates, 'REMOVE', (name) => name);

/** Takes one from what a person has allowed of a template. */
export const spendCredit = async (personId: string, template: string): Promise<void> => {
  const left = (await findCredits(personId))[template] ?? 0;
  if (left <= 1) return dropTemplates(personId, [template]);
  await update(personId, [template], 'SET', (name) => `${name} = if_not_exists(${name}, :one) - :one`, ONE);
};

const ONE = { ':one': { N: '1' } };

/** Updates the attributes of templates, in a transaction that refuses a deleted account. */
const update = async (
  personId: string,
  templates: readonly string[],
  verb: 'SET' | 'REMOVE',
  clauseOf: (name: string) => string,
  values?: Item,
): Promise<void> => {
  const names = [...new Set(templates)].map((template, index) => [`#t${index}`, PREFIX + template] as const);
  if (names.length === 0) return;
  await transact([
    {
      item: {
        Update: {
          TableName: tableName,
          Key: keyAttributes(subscriptionsKey(personId)),
          UpdateExpression: `${verb} ${names.map(([name]) => clauseOf(name)).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(names),
          ...(values && { ExpressionAttributeValues: values }),
        },
      },
    },
    personIsThere(personId),
  ]);
};

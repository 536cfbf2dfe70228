import { isDeepStrictEqual } from 'node:util';
import { checkGrant } from '../../shared/access/check-grant.ts';
import type { Grant } from '../../shared/access/grant.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { MessageKind } from '../../shared/message/message.ts';
import { tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import {
  findGrant,
  grantIdOf,
  grantsPartition,
  plainGrant,
  type StoredGrant,
  WHOLE_SYSTEM,
} from './grants.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, personIndexKey, subdistrictIndexKey } from './keys.ts';
import { forgetSessionsOf } from './known-sessions.ts';
import { messageOperations } from './messages.ts';
import { adminsKey, grantChangeKey, grantKey } from './person-keys.ts';
import { personIsThere } from './persons.ts';
import { findSubdistrict } from './subdistricts.ts';
import { transact, type WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

type NewId = () => string;

/** What a system admin is told in place of a subdistrict: the same name in every language. */
const SYSTEM_NAME = '暖新地图';

/**
 * Gives a person a role, or other grids of one they hold: the grant, its history and a message to them in one
 * transaction. Given again as it is, nothing is written.
 * @throws DomainError `invalid_request` for a role that cannot be given so, `not_found` for nobody, `conflict` when
 * another admin was faster.
 */
export const giveGrant = async (
  { person, ...grant }: Grant & { person: string },
  change: Authorship,
  newId: NewId,
): Promise<StoredGrant> => {
  checkGrant(grant);
  const id = grantIdOf(person, grant);
  const before = await findGrant(id);
  if (before && isDeepStrictEqual(plainGrant(before), plainGrant(grant))) return before;
  const after: StoredGrant = {
    ...plainGrant(grant),
    id,
    person,
    givenAt: change.at,
    givenBy: change.by,
    version: (before?.version ?? 0) + 1,
  };
  await transact([
    personIsThere(person),
    {
      item: { Put: { TableName: tableName, Item: grantItem(after), ...unchangedSince(before) } },
      refusal: overtaken(),
    },
    historyEntry({ before, after, change }, newId),
    ...(await tells('grant_given', after, change, newId)),
    ...(isAdmin(after) ? [joinsAdmins(after)] : []),
  ]);
  forgetSessionsOf(person);
  return after;
};

/**
 * Takes a role away: the grant, its history and a message in one transaction.
 * @throws DomainError `last_admin` where nobody else is admin there, `conflict` when another admin was faster.
 */
export const takeGrant = async (grant: StoredGrant, change: Authorship, newId: NewId): Promise<void> => {
  await transact([
    ...takeOperations(grant, change, newId),
    ...(await tells('grant_taken', grant, change, newId)),
  ]);
  forgetSessionsOf(grant.person);
};

/** The writes that take a role away without a word to its person: they belong to whoever leaves for good. */
export const takeOperations = (grant: StoredGrant, change: Authorship, newId: NewId): WriteOperation[] => [
  // First, so that its refusal is the one that is heard.
  ...(isAdmin(grant) ? [leavesAdmins(grant)] : []),
  {
    item: {
      Delete: { TableName: tableName, Key: keyAttributes(grantKey(grant.id)), ...unchangedSince(grant) },
    },
    refusal: overtaken(),
  },
  historyEntry({ before: grant, change }, newId),
];

/** Whether a grant makes somebody an admin, whom nobody may be without. */
export const isAdmin = ({ role }: Grant): boolean => role === 'subdistrict_admin' || role === 'system_admin';

const grantItem = (grant: StoredGrant) => ({
  ...strings({
    ...grantKey(grant.id),
    ...subdistrictIndexKey(grantsPartition(grant.subdistrict ?? WHOLE_SYSTEM), grant.givenAt),
    ...personIndexKey(grant.person, 'grant', grant.givenAt),
    grant: JSON.stringify(grant),
  }),
  version: { N: `${grant.version}` },
  ...SCHEMA_VERSION,
});

const overtaken = () => new DomainError('conflict', 'this grant was changed meanwhile');

const historyEntry = (
  { before, after, change }: { before?: StoredGrant | undefined; after?: StoredGrant; change: Authorship },
  newId: NewId,
): WriteOperation => {
  const grant = (after ?? before) as StoredGrant;
  return {
    item: {
      Put: {
        TableName: tableName,
        Item: changeItem(grantChangeKey(grant.id, newId()), {
          subject: { type: 'grant', id: grant.id },
          subdistrict: grant.subdistrict ?? WHOLE_SYSTEM,
          before,
          after,
          change,
        }),
      },
    },
  };
};

/** `role` is a code and `subdistrict` a name: whoever shows the message knows its reader's language. */
const tells = async (
  kind: MessageKind,
  { person, role, subdistrict }: StoredGrant,
  { at }: Authorship,
  newId: NewId,
): Promise<WriteOperation[]> => {
  const name = subdistrict ? ((await findSubdistrict(subdistrict))?.name ?? subdistrict) : SYSTEM_NAME;
  return messageOperations(
    { person, subdistrict, kind, values: { role, subdistrict: name } },
    { id: newId(), at },
  );
};

const adminsUpdate = ({ subdistrict = WHOLE_SYSTEM, person }: StoredGrant) => ({
  TableName: tableName,
  Key: keyAttributes(adminsKey(subdistrict)),
  ExpressionAttributeValues: { ':person': { SS: [person] } },
});

const joinsAdmins = (grant: StoredGrant): WriteOperation => ({
  item: { Update: { ...adminsUpdate(grant), UpdateExpression: 'ADD persons :person' } },
});

/** All removals of a subdistrict's admins meet at one item: of the last two, one is refused. */
const leavesAdmins = (grant: StoredGrant): WriteOperation => {
  const update = adminsUpdate(grant);
  return {
    item: {
      Update: {
        ...update,
        UpdateExpression: 'DELETE persons :person',
        ConditionExpression: 'size(persons) > :one OR NOT contains(persons, :id)',
        ExpressionAttributeValues: {
          ...update.ExpressionAttributeValues,
          ':one': { N: '1' },
          ':id': { S: grant.person },
        },
      },
    },
    refusal: new DomainError('last_admin', 'give the role to somebody else first'),
  };
};

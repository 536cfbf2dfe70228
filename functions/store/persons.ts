import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import type { MemberCode, PersonCard } from '../../shared/person/person.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem, findItems, type Item } from './find-items.ts';
import { strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { memberCodeKey, openidKey, personKey } from './person-keys.ts';
import type { WriteOperation } from './transact.ts';

/** A person as they are stored. */
export type StoredPerson = {
  id: string;
  /** What WeChat calls them in this mini-program; never shown to anybody else. */
  openid: string;
  memberCode: MemberCode;
  nickname?: string | undefined;
  language?: 'zh' | 'en' | undefined;
  /** Encrypted with their key, and what of it is shown. */
  phone?: { encrypted: string; masked: string } | undefined;
  /** The newest message they have read, and when. */
  read?: { upTo: string; at: string } | undefined;
  createdAt: string;
};

/** A person by their id; undefined where there is none, or none any more. */
export const findPerson = async (id: string): Promise<StoredPerson | undefined> => {
  const item = await findItem(personKey(id));
  return item && readPerson(id, item);
};

/** A person by their id. Throws `not_found`. */
export const getPerson = async (id: string): Promise<StoredPerson> => {
  const person = await findPerson(id);
  if (!person) throw new DomainError('not_found', 'no such person');
  return person;
};

/** What staff see of some persons, by id; whoever has deleted their account is not in it. */
export const findPersonCards = async (ids: readonly string[]): Promise<Map<string, PersonCard>> => {
  const wanted = [...new Set(ids)];
  const items = await findItems(wanted.map(personKey), 'memberCode, nickname');
  return new Map(
    items.flatMap((item, index) => {
      const id = wanted[index] as string;
      return item ? [[id, cardOf({ id, memberCode: item.memberCode?.S, nickname: item.nickname?.S })]] : [];
    }),
  );
};

/** What staff see of a person: never a number to call, never what WeChat calls them. */
export const cardOf = ({
  id,
  memberCode,
  nickname,
}: {
  id: string;
  memberCode?: string | undefined;
  nickname?: string | undefined;
}): PersonCard => ({ id, ...(memberCode && { memberCode }), ...(nickname && { nickname }) });

/** The person behind a member code; undefined where there is none. */
export const findPersonByMemberCode = (code: MemberCode): Promise<StoredPerson | undefined> =>
  findPersonNamedBy(memberCodeKey(code));

/** The person whom WeChat calls so; undefined where they never signed in. */
export const findPersonByOpenid = (openid: string): Promise<StoredPerson | undefined> =>
  findPersonNamedBy(openidKey(openid));

const findPersonNamedBy = async (key: { PK: string; SK: string }): Promise<StoredPerson | undefined> => {
  const item = await findItem(key);
  return item?.personId?.S === undefined ? undefined : findPerson(item.personId.S);
};

/** The check that somebody still has their account, for a transaction that gives them something. */
export const personIsThere = (id: string): WriteOperation => ({
  item: {
    ConditionCheck: {
      TableName: tableName,
      Key: keyAttributes(personKey(id)),
      ConditionExpression: 'attribute_exists(PK)',
    },
  },
  refusal: new DomainError('not_found', 'no such person'),
});

/** What of a person changes by itself: `null` takes a thing away, what is absent stays. */
export type PersonChanges = {
  nickname?: string | null;
  language?: 'zh' | 'en';
  phone?: { encrypted: string; masked: string } | null;
  read?: { upTo: string; at: string };
};

/** Changes a person. Throws `not_found` for one who is not there (any more). */
export const updatePerson = async (id: string, changes: PersonChanges): Promise<StoredPerson> => {
  const { nickname, language, phone, read } = changes;
  const set = strings({
    nickname: nickname ?? undefined,
    language,
    phone: phone?.encrypted,
    phoneMasked: phone?.masked,
    readUpTo: read?.upTo,
    readAt: read?.at,
  });
  const names = Object.keys(set);
  const gone = [
    ...(nickname === null ? ['nickname'] : []),
    ...(phone === null ? ['phone', 'phoneMasked'] : []),
  ];
  if (names.length === 0 && gone.length === 0) return getPerson(id);
  const removes = gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : '';
  const sets = names.length > 0 ? `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}` : '';
  try {
    const { Attributes = {} } = await dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(personKey(id)),
        UpdateExpression: `${sets}${removes}`.trim(),
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: Object.fromEntries([...names, ...gone].map((name) => [`#${name}`, name])),
        ...(names.length > 0 && {
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(set).map(([name, value]) => [`:${name}`, value]),
          ),
        }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return readPerson(id, Attributes);
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') {
      throw new DomainError('not_found', 'no such person');
    }
    throw error;
  }
};

const readPerson = (id: string, item: Item): StoredPerson => ({
  id,
  openid: item.openid?.S ?? '',
  memberCode: item.memberCode?.S ?? '',
  nickname: item.nickname?.S,
  language: item.language?.S as 'zh' | 'en' | undefined,
  phone:
    item.phone?.S === undefined ? undefined : { encrypted: item.phone.S, masked: item.phoneMasked?.S ?? '' },
  read: item.readUpTo?.S === undefined ? undefined : { upTo: item.readUpTo.S, at: item.readAt?.S ?? '' },
  createdAt: item.createdAt?.S ?? '',
});

import { randomInt } from 'node:crypto';
import { DomainError } from '../../shared/api/problem.ts';
import type { MemberCode } from '../../shared/person/person.ts';
import { tableName } from '../runtime/dynamo.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { memberCodeKey, openidKey, personKey } from './person-keys.ts';
import { findPersonByOpenid, type StoredPerson } from './persons.ts';
import { transact } from './transact.ts';

/** Two in a row are as good as impossible: there are 32⁸ codes. */
const MOST_ATTEMPTS = 3;

/** The person whom WeChat calls so; made on their first sign-in, once even where two come at the same time. */
export const signInPerson = async (
  openid: string,
  { now, newId }: { now: Date; newId: () => string },
): Promise<{ person: StoredPerson; isNew: boolean }> => {
  for (let attempt = 1; ; attempt++) {
    const known = await findPersonByOpenid(openid);
    if (known) return { person: known, isNew: false };
    const attributes = { openid, memberCode: newMemberCode(), createdAt: now.toISOString() };
    const person = { id: newId(), ...attributes };
    const taken = new DomainError('conflict', 'the person or the member code is there already');
    try {
      await transact([
        { item: putNew({ ...personKey(person.id), ...attributes }), refusal: taken },
        { item: putNew({ ...openidKey(openid), personId: person.id }), refusal: taken },
        { item: putNew({ ...memberCodeKey(person.memberCode), personId: person.id }), refusal: taken },
      ]);
      return { person, isNew: true };
    } catch (error) {
      if (error !== taken || attempt === MOST_ATTEMPTS) throw error;
    }
  }
};

const putNew = (values: Record<string, string>) => ({
  Put: {
    TableName: tableName,
    Item: { ...strings(values), ...SCHEMA_VERSION },
    ConditionExpression: 'attribute_not_exists(PK)',
  },
});

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const newMemberCode = (): MemberCode =>
  Array.from({ length: 8 }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join('');

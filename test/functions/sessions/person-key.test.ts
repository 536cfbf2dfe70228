import { DeleteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { keyAttributes } from '../../../functions/store/keys.ts';
import { decryptFor, encryptFor } from '../../../functions/store/person-key.ts';
import { dataKeyKey } from '../../../functions/store/person-keys.ts';
import { signInPerson } from '../../../functions/store/sign-in-person.ts';

const PHONE = '13812345678';
const now = new Date('2026-11-20T02:00:00.000Z');
const newPerson = async () => (await signInPerson(`openid-${ulid()}`, { now, newId: ulid })).person;

describe('a person’s own key', () => {
  it('gives back what it has hidden, each time hidden otherwise', async () => {
    const { id } = await newPerson();
    const [one, other] = [await encryptFor(id, PHONE), await encryptFor(id, PHONE)];
    expect(one).not.toBe(other);
    expect(await decryptFor(id, one)).toBe(PHONE);
    expect(await decryptFor(id, other)).toBe(PHONE);
    expect(await decryptFor(id, await encryptFor(id, '店主 阿敏'))).toBe('店主 阿敏');
  });

  it('is one, even where it is made from two sides at once', async () => {
    const { id } = await newPerson();
    const hidden = await Promise.all(Array.from({ length: 8 }, () => encryptFor(id, PHONE)));
    for (const text of hidden) expect(await decryptFor(id, text)).toBe(PHONE);
  });

  it('opens nothing once it is destroyed', async () => {
    const { id } = await newPerson();
    const hidden = await encryptFor(id, PHONE);
    await dynamo.send(new DeleteItemCommand({ TableName: tableName, Key: keyAttributes(dataKeyKey(id)) }));
    expect(await decryptFor(id, hidden)).toBeUndefined();
  });

  it('opens nothing of another person, and nothing that was changed', async () => {
    const [one, other] = [await newPerson(), await newPerson()];
    const hidden = await encryptFor(one.id, PHONE);
    await encryptFor(other.id, PHONE);
    await expect(decryptFor(other.id, hidden)).rejects.toThrow();
    const changed = Buffer.from(hidden.slice(2), 'base64url');
    changed[changed.length - 1]! ^= 1;
    await expect(decryptFor(one.id, `1.${changed.toString('base64url')}`)).rejects.toThrow();
  });

  it('is made for nobody who is not there', async () => {
    await expect(encryptFor(ulid(), PHONE)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('never stands in the table as it is', async () => {
    const { id } = await newPerson();
    await encryptFor(id, PHONE);
    const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: tableName }));
    expect(JSON.stringify(Items)).not.toContain(PHONE);
  });
});

describe('a person', () => {
  it('is made once, even on two sign-ins at the same time', async () => {
    const openid = `openid-${ulid()}`;
    const made = await Promise.all(
      Array.from({ length: 8 }, () => signInPerson(openid, { now, newId: ulid })),
    );
    expect(new Set(made.map(({ person }) => person.id)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(made[0]?.person.memberCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });
});

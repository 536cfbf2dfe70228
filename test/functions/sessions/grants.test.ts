import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/sessions/index.ts';
import { takeGrant } from '../../../functions/store/change-grants.ts';
import { findGrant, grantIdOf, listGrantsOfSubdistrict } from '../../../functions/store/grants.ts';
import { findOutboxItem } from '../../../functions/store/outbox.ts';
import { queryWholeIndex } from '../../../functions/store/query-index.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Grant } from '../../../shared/access/grant.ts';
import type { GrantEntry } from '../../../shared/access/grant-entry.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Message } from '../../../shared/message/message.ts';
import { askFunction } from '../../support/ask-function.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const HUAYANG = '310105001';
const refusal = (answer: { status: number | undefined; json: <T>() => T }) => [
  answer.status,
  answer.json<Problem>().code,
];
const give = ({ headers }: SignedInPerson, { person }: SignedInPerson, grant: object, more: object = {}) =>
  ask('createGrant', {
    headers: { ...headers, ...more },
    body: { person: person.id, subdistrict: HUAYANG, ...grant },
  });
const take = ({ headers }: SignedInPerson, { person }: SignedInPerson, grant: Grant) =>
  ask('deleteGrant', { headers, params: { id: grantIdOf(person.id, grant) } });
const inboxOf = async ({ headers }: SignedInPerson) =>
  (await ask('listMessages', { headers })).json<{ messages: Message[] }>().messages;

let admin: SignedInPerson;
beforeAll(async () => {
  for (const code of [HUAYANG, '310109016', '310104004']) {
    await saveSubdistrict({ ...sampleSubdistrict(), code });
  }
  admin = await signedIn({ role: 'subdistrict_admin', subdistrict: HUAYANG });
});

describe('a role', () => {
  it('is given and taken, with a word to its person and an entry of the change log each time', async () => {
    const who = await signedIn();
    const given = await give(admin, who, { role: 'grid_staff', grids: ['1', '2'], reason: '新同事' });
    expect(given.status).toBe(201);
    expect(given.json<GrantEntry>()).toMatchObject({
      role: 'grid_staff',
      subdistrict: HUAYANG,
      grids: ['1', '2'],
      person: { id: who.person.id, memberCode: who.person.memberCode },
      givenBy: { id: admin.person.id },
    });
    const { headers } = admin;
    const listed = await ask('listGrants', { headers, query: { subdistrict: HUAYANG } });
    const entries = listed.json<{ grants: GrantEntry[] }>().grants;
    expect(entries.find(({ person }) => person.id === who.person.id)).toEqual(given.json());
    const grant = { role: 'grid_staff', subdistrict: HUAYANG } as const;
    expect((await take(admin, who, grant)).status).toBe(200);
    expect(await findGrant(grantIdOf(who.person.id, grant))).toBeUndefined();

    const inbox = await inboxOf(who);
    const told = inbox.map(({ kind, values }) => [kind, values.role, values.subdistrict]);
    expect(told.toSorted()).toEqual([
      ['grant_given', 'grid_staff', sampleSubdistrict().name],
      ['grant_taken', 'grid_staff', sampleSubdistrict().name],
    ]);
    const changes = await queryWholeIndex('person', { partition: `PERSON#${admin.person.id}#change` });
    const logged = changes.filter(({ subjectId }) => subjectId?.S === grantIdOf(who.person.id, grant));
    expect(
      logged.map(({ before, after, reason }) => [before?.S !== undefined, after?.S !== undefined, reason?.S]),
    ).toEqual([
      [false, true, '新同事'],
      [true, false, ''],
    ]);
  });

  it('of which the grids change is one grant still; given again as it is, nothing happens', async () => {
    const who = await signedIn();
    await give(admin, who, { role: 'reviewer' });
    await give(admin, who, { role: 'reviewer', grids: ['3'] });
    const again = await give(admin, who, { role: 'reviewer', grids: ['3'] });
    expect(again.json<GrantEntry>().grids).toEqual(['3']);
    const held = (await listGrantsOfSubdistrict(HUAYANG)).filter(({ person }) => person === who.person.id);
    expect(held.map(({ version }) => version)).toEqual([2]);
    expect(await inboxOf(who)).toHaveLength(2);
  });

  it('is given once under an idempotency key, however often it is sent', async () => {
    const who = await signedIn();
    const key = { 'idempotency-key': ulid() };
    const [one, other] = [
      await give(admin, who, { role: 'planner' }, key),
      await give(admin, who, { role: 'planner' }, key),
    ];
    expect(other.json()).toEqual(one.json());
    expect(refusal(await give(admin, who, { role: 'reviewer' }, key))).toEqual([
      409,
      'idempotency_key_reused',
    ]);
  });

  it('is given by an admin of the subdistrict alone, and a system admin is made by none', async () => {
    const [who, reviewer] = [await signedIn(), await signedIn({ role: 'reviewer', subdistrict: HUAYANG })];
    const system = await signedIn({ role: 'system_admin' });
    expect((await give(reviewer, who, { role: 'planner' })).status).toBe(403);
    expect((await give(admin, who, { role: 'planner', subdistrict: '310109016' })).status).toBe(403);
    expect((await give(system, who, { role: 'planner', subdistrict: '310109016' })).status).toBe(201);
    expect((await take(admin, who, { role: 'planner', subdistrict: '310109016' })).status).toBe(403);
    for (const giver of [admin, system]) {
      expect(refusal(await give(giver, who, { role: 'system_admin' }))).toEqual([403, 'forbidden']);
    }
    expect((await take(admin, system, { role: 'system_admin' })).status).toBe(403);
  });

  it('of the whole system is told in the inbox alone: no staff would see what WeChat does not take', async () => {
    const inbox = await inboxOf(await signedIn({ role: 'system_admin' }));
    expect(inbox.map(({ kind }) => kind)).toEqual(['grant_given']);
    expect(await findOutboxItem(inbox[0]?.id ?? '')).toBeUndefined();
    const elsewhere = await inboxOf(await signedIn({ role: 'planner', subdistrict: HUAYANG }));
    expect(await findOutboxItem(elsewhere[0]?.id ?? '')).toMatchObject({ subdistrict: HUAYANG });
  });

  it('cannot be given to nobody or nowhere, nor an admin be held to grids, nor more be said than there is to say', async () => {
    const nobody = { ...(await signedIn()), person: { ...admin.person, id: ulid() } };
    expect(refusal(await give(admin, nobody, { role: 'planner' }))).toEqual([404, 'not_found']);
    const [who, system] = [await signedIn(), await signedIn({ role: 'system_admin' })];
    const nowhere = await give(system, who, { role: 'planner', subdistrict: '999999999' });
    expect(refusal(nowhere)).toEqual([404, 'not_found']);
    const held = await give(admin, who, { role: 'subdistrict_admin', grids: ['1'] });
    expect(refusal(held)).toEqual([400, 'invalid_request']);
    const more = await give(admin, who, { role: 'planner', givenBy: who.person.id, version: 9 });
    expect(refusal(more)).toEqual([400, 'invalid_request']);
  });
});

describe('the last admin', () => {
  it('of a subdistrict stays, and so does that of the system', async () => {
    const elsewhere = { role: 'subdistrict_admin', subdistrict: '310104004' } as const;
    const [system, alone] = [await signedIn({ role: 'system_admin' }), await signedIn(elsewhere)];
    expect(refusal(await take(alone, alone, elsewhere))).toEqual([409, 'last_admin']);
    expect(refusal(await take(system, alone, elsewhere))).toEqual([409, 'last_admin']);
    const second = await signedIn();
    await give(alone, second, elsewhere);
    expect((await take(second, alone, elsewhere)).status).toBe(200);
    expect(refusal(await take(second, second, elsewhere))).toEqual([409, 'last_admin']);
  });

  it('is left over when all of them are removed at once', async () => {
    const there = { role: 'subdistrict_admin', subdistrict: '310104005' } as const;
    const admins = await Promise.all(Array.from({ length: 5 }, () => signedIn(there)));
    const change = { by: 'command:test', at: new Date().toISOString(), reason: '' };
    const grants = await listGrantsOfSubdistrict('310104005');
    const results = await Promise.allSettled(grants.map((grant) => takeGrant(grant, change, ulid)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(admins.length - 1);
    expect(await listGrantsOfSubdistrict('310104005')).toHaveLength(1);
  });
});

describe('finding a member', () => {
  it('shows what staff may see, and nothing that could be called', async () => {
    const who = await signedIn();
    const { headers } = admin;
    const params = { memberCode: who.person.memberCode };
    expect((await ask('findMember', { headers, params })).json()).toEqual({
      id: who.person.id,
      memberCode: who.person.memberCode,
    });
    expect((await ask('findMember', { headers, params: { memberCode: 'ZZZZZZZZ' } })).status).toBe(404);
    expect((await ask('findMember', { headers: who.headers, params })).status).toBe(403);
  });
});

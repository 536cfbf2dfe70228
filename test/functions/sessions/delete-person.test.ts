import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { getObject, putObject } from '../../../functions/runtime/objects.ts';
import { handler } from '../../../functions/sessions/index.ts';
import { changeItem, personAuthor } from '../../../functions/store/change-items.ts';
import { listChangesOfPlace } from '../../../functions/store/changes.ts';
import { changeKey } from '../../../functions/store/keys.ts';
import { findPlaceIdOfLicence, holdLicence } from '../../../functions/store/licences.ts';
import { decryptFor } from '../../../functions/store/person-key.ts';
import { findPersonCards } from '../../../functions/store/persons.ts';
import { imageKey } from '../../../functions/store/photo-objects.ts';
import { createPhotoItem } from '../../../functions/store/photo-writes.ts';
import { findPhotos } from '../../../functions/store/photos.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { findRegistration } from '../../../functions/store/registrations.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { transact, transactInTurn } from '../../../functions/store/transact.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Me } from '../../../shared/person/person.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import {
  askAs,
  decideAs,
  draftOf,
  nextShop,
  onMap,
  reviewerOf,
  submittedOf,
} from '../../support/registration-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const HUAYANG = '310105001';
const PHONE = '13987654321';
const CONTACT = '13711112222';

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
});

const everything = async (): Promise<string> => {
  const texts: string[] = [];
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await dynamo.send(
      new ScanCommand({ TableName: tableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    texts.push(JSON.stringify(page.Items));
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (ExclusiveStartKey);
  return texts.join('\n');
};

/** Somebody who has done everything that leaves a trace. */
const busyPerson = async () => {
  const who = await signedIn({ role: 'grid_staff', subdistrict: HUAYANG });
  const { headers, person } = who;
  await ask('updateMe', { headers, body: { nickname: '会消失的名字' } });
  const code = wechat.phoneCodeFor(person.openid, PHONE);
  await ask('setMyPhone', { headers, body: { code } });
  const place = await onMap({ owner: person.id, confirmBy: '2027-11-20' });
  const shop = { ...nextShop(), contactName: '会消失的人', contactPhone: CONTACT };
  const draft = await draftOf(who, { ...shop, ...nextShop(), contactPhone: CONTACT, note: '只在草稿里的话' });
  const submitted = await submittedOf(who, shop);
  const photo = { id: ulid(), state: 'ready', check: 'pass', createdAt: '2026-11-20T00:00:00.000Z' } as const;
  await createPhotoItem({ ...photo, owner: person.id });
  await putObject(imageKey(photo.id, 'full'), Buffer.from('picture'), 'image/jpeg');
  // An answer under an idempotency key says who asked.
  await askAs(who, 'createRegistration', { body: { kind: 'new' }, key: ulid() });
  return { who, place, draft, submitted, photo };
};
const erase = ({ headers }: SignedInPerson) => ask('deleteMe', { headers });

describe('deleting an account', () => {
  it('leaves nothing to be read of its person, wherever one looks in the table', async () => {
    const { who, place, draft, submitted, photo } = await busyPerson();
    const { id, openid, memberCode } = who.person;
    const { contact } = (await findRegistration(submitted.id))!;
    expect(await decryptFor(id, contact!.encrypted)).toContain(CONTACT);
    const before = await everything();
    for (const trace of [openid, memberCode, '会消失的名字', photo.id]) expect(before).toContain(trace);
    expect(before).not.toContain(PHONE);
    expect(before).not.toContain(CONTACT);

    const answer = await erase(who);
    expect(answer.status).toBe(200);
    const after = await everything();
    const traces = [openid, memberCode, '会消失的名字', PHONE, CONTACT, '会消失的人', '只在草稿里的话'];
    for (const trace of [...traces, draft.id, photo.id, contact!.encrypted]) {
      expect(after, trace).not.toContain(trace);
    }
    expect(after).not.toContain(`PERSON#${id}#message`);
    expect(after).not.toContain(`"PERSON#${id}"`);
    expect(await decryptFor(id, contact!.encrypted)).toBeUndefined();
    expect(await getObject(imageKey(photo.id, 'full'), 100)).toBeUndefined();

    expect(await findPlace(place.id)).toMatchObject({ state: 'published', version: place.version + 1 });
    expect((await findPlace(place.id))?.owner).toBeUndefined();
    expect((await findPlace(place.id))?.confirmBy).toBeUndefined();
    expect(await findRegistration(submitted.id)).toMatchObject({ state: 'withdrawn' });
    expect((await findRegistration(submitted.id))?.contact).toBeUndefined();
  });

  it('takes the licence and the promise off its places, and sets the licence free for somebody else', async () => {
    const who = await signedIn();
    const { licenceCode } = nextShop();
    const consent = { version: '2026-11', acceptedAt: '2026-11-20T00:00:00.000Z' };
    const place = await onMap({ owner: who.person.id, licenceCode, consent });
    await transact([holdLicence(licenceCode, place.id)]);
    expect((await erase(who)).status).toBe(200);
    const left = await findPlace(place.id);
    expect(left).toMatchObject({ state: 'published', name: place.name });
    expect(left).not.toHaveProperty('licenceCode');
    expect(left).not.toHaveProperty('consent');
    expect(await findPlaceIdOfLicence(licenceCode)).toBeUndefined();
    const [entry] = await listChangesOfPlace(place.id, { limit: 1 });
    expect(entry).toMatchObject({ reason: 'account_deleted', before: { licenceCode, consent }, after: left });
  });

  it('takes many pictures with it, more than are deleted at once', async () => {
    const who = await signedIn();
    const ids = Array.from({ length: 23 }, () => ulid());
    for (const id of ids) {
      const photo = { id, state: 'uploading', check: 'pass', createdAt: '2026-11-20T00:00:00.000Z' } as const;
      await createPhotoItem({ ...photo, owner: who.person.id });
      await putObject(imageKey(id, 'thumbnail'), Buffer.from('picture'), 'image/jpeg');
    }
    expect((await erase(who)).status).toBe(200);
    expect(await findPhotos(ids)).toEqual([]);
    for (const id of ids) expect(await getObject(imageKey(id, 'thumbnail'), 100)).toBeUndefined();
  });

  it('signs out at once, and whoever comes again is somebody new', async () => {
    const { headers, person } = await signedIn();
    expect((await ask('deleteMe', { headers })).cookies[0]).toMatch(/^session=; Max-Age=0/);
    expect((await ask('getMe', { headers })).status).toBe(401);
    const body = { code: wechat.codeFor(person.openid), carrier: 'token' };
    const again = (await ask('createSession', { body })).json<{ me: Me }>();
    expect(again.me.id).not.toBe(person.id);
    expect(again.me.memberCode).not.toBe(person.memberCode);
  });

  it('keeps the change log, whose person is nobody any more', async () => {
    const who = await signedIn();
    const place = await onMap({ owner: who.person.id });
    await erase(who);
    expect(await everything()).toContain(`"by":{"S":"person:${who.person.id}"}`);
    expect(await findPersonCards([who.person.id])).toEqual(new Map());
    expect((await findPlace(place.id))?.owner).toBeUndefined();
  });

  it('is refused to the last admin, before anything has changed', async () => {
    const admin = await signedIn(
      { role: 'reviewer', subdistrict: '310104006' },
      { role: 'subdistrict_admin', subdistrict: '310104006' },
    );
    const place = await onMap({ owner: admin.person.id });
    const refused = await erase(admin);
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'last_admin']);
    const me = (await ask('getMe', { headers: admin.headers })).json<Me>();
    expect([me.grants.length, me.placeCount]).toEqual([2, 1]);
    expect((await findPlace(place.id))?.version).toBe(place.version);

    await signedIn({ role: 'subdistrict_admin', subdistrict: '310104006' });
    expect((await erase(admin)).status).toBe(200);
  });

  it('leaves one of two admins who delete their accounts at once', async () => {
    const there = { role: 'subdistrict_admin', subdistrict: '310104007' } as const;
    const admins = [await signedIn(there), await signedIn(there)];
    const statuses = await Promise.all(admins.map(async (admin) => (await erase(admin)).status));
    expect(statuses.toSorted()).toEqual([200, 409]);
  });

  it('goes on while a reviewer has the application in hand', async () => {
    const [merchant, reviewer] = [await signedIn(), await reviewerOf()];
    const submitted = await submittedOf(merchant);
    await askAs(reviewer, 'claimCase', { id: submitted.id, version: submitted.version });
    expect((await erase(merchant)).status).toBe(200);
    const kept = await findRegistration(submitted.id);
    expect([kept?.state, kept?.contact, kept?.claimedBy]).toEqual(['withdrawn', undefined, undefined]);
  });
});

describe('the export of what is known of oneself', () => {
  it('holds everything, the number in full: the one answer that shows it', async () => {
    const { who, place, draft, submitted, photo } = await busyPerson();
    const answer = await ask('exportMe', { headers: who.headers });
    const known = answer.json<Record<string, { id: string }[]>>();
    expect(known).toMatchObject({ openid: who.person.openid, phone: PHONE });
    expect(answer.body).toContain(CONTACT);
    expect(known.registrations?.map(({ id }) => id)).toEqual(
      expect.arrayContaining([draft.id, submitted.id]),
    );
    expect(known.places?.map(({ id }) => id)).toEqual([place.id]);
    expect(known.photos?.map(({ id }) => id)).toEqual([photo.id]);
    expect(known.messages?.length).toBe(1);
    expect(known.changes?.length).toBeGreaterThan(0);
    for (const operation of ['getMe', 'listMessages'] as const) {
      expect((await ask(operation, { headers: who.headers })).body).not.toContain(PHONE);
    }
  });

  it('stays an answer that can be sent, and goes on where somebody changed more than one holds', async () => {
    const who = await signedIn();
    const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const id = ulid();
    const entries = Array.from({ length: 5100 }, (_, index) =>
      changeItem(changeKey(id, ulid()), {
        subject: { type: 'place', id },
        subdistrict: HUAYANG,
        change: { by: personAuthor(who.person.id), at: at(index), reason: `${index}` },
      }),
    );
    await transactInTurn(entries.map((Item) => ({ item: { Put: { TableName: tableName, Item } } })));
    type Page = { changes: { reason: string }[]; openid?: string; next?: string };
    const first = await ask('exportMe', { headers: who.headers });
    expect(Buffer.byteLength(first.body)).toBeLessThan(2e6);
    const { changes, openid, next = '' } = first.json<Page>();
    expect([changes.length, openid]).toEqual([5000, who.person.openid]);
    const rest = (await ask('exportMe', { headers: who.headers, query: { cursor: next } })).json<Page>();
    expect(rest).not.toHaveProperty('next');
    expect([...changes, ...rest.changes].map(({ reason }) => reason)).toEqual(
      entries.map((_, index) => `${index}`),
    );
    const odd = await ask('exportMe', { headers: who.headers, query: { cursor: 'abc' } });
    expect(odd.json<Problem>().code).toBe('invalid_cursor');
  });

  it('tells who reviewed a shop to nobody outside the office', async () => {
    const [who, reviewer] = [await signedIn(), await reviewerOf()];
    const [held, decided] = [await submittedOf(who), await submittedOf(who)];
    await askAs(reviewer, 'claimCase', { id: held.id, version: held.version });
    await decideAs(reviewer, decided.id, { outcome: 'rejected', reason: '照片不清楚' });
    const answer = await ask('exportMe', { headers: who.headers });
    expect(answer.body).toContain('照片不清楚');
    expect(answer.body).not.toContain(reviewer.person.id);
  });
});

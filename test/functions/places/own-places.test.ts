import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/places/index.ts';
import { changesPartition, personPartition } from '../../../functions/store/keys.ts';
import { findPlaceIdOfLicence, holdLicence } from '../../../functions/store/licences.ts';
import { saveCheckUnlessAnswered } from '../../../functions/store/photo-checks.ts';
import { createPhotoItem, finishPhoto } from '../../../functions/store/photo-writes.ts';
import { findPhotos } from '../../../functions/store/photos.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { queryWholeIndex } from '../../../functions/store/query-index.ts';
import { findRegistration } from '../../../functions/store/registrations.ts';
import { saveTogether } from '../../../functions/store/save-together.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { OperationId } from '../../../shared/api/paths.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { CheckResult } from '../../../shared/photo/photo.ts';
import type { Place } from '../../../shared/place/place.ts';
import { PlaceRecord } from '../../../shared/place/place-record.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
let owner: SignedInPerson;
let other: SignedInPerson;

beforeAll(async () => {
  [owner, other] = await Promise.all([signedIn(), signedIn()]);
  // WeChat checks texts only of those who opened the mini-program lately.
  wechat.state.seenAt.set(owner.person.openid, Date.now());
});

const given = async (more: Partial<Place> = {}): Promise<Place> => {
  const place = samplePlace({ owner: owner.person.id, verifiedAt: change.at, verifiedBy: 'staff', ...more });
  await saveTogether([{ after: place, change }], { newId: ulid });
  if (place.licenceCode) await transact([holdLicence(place.licenceCode, place.id)]);
  return place;
};
const does = (id: OperationId, place: Pick<Place, 'id' | 'version'>, body?: unknown, by = owner) =>
  ask(id, {
    params: { id: place.id },
    headers: { ...by.headers, 'if-match': `"${place.version}"` },
    ...(body !== undefined && { body }),
  });
const done = async (...[id, place, body, by]: Parameters<typeof does>) => {
  const answer = await does(id, place, body, by);
  expect([answer.status, answer.body]).toEqual([200, expect.any(String)]);
  return PlaceRecord.parse(answer.json());
};
const refused = async (...[id, place, body, by]: Parameters<typeof does>) => {
  const answer = await does(id, place, body, by);
  return [answer.status, answer.json<Problem>().code];
};
const lastReason = async (placeId: string): Promise<string | undefined> => {
  const month = changesPartition('310105001', new Date().toISOString().slice(0, 7).replace('-', ''));
  const items = await queryWholeIndex('subdistrict', { partition: month, newestFirst: true });
  return items.find(({ subjectId }) => subjectId?.S === placeId)?.reason?.S;
};
const messagesOf = async ({ person }: SignedInPerson): Promise<string[]> =>
  (await queryWholeIndex('person', { partition: personPartition(person.id, 'message') })).map(
    ({ message }) => (JSON.parse(message?.S ?? '{}') as { kind: string }).kind,
  );
const photo = async (check: CheckResult, by = owner): Promise<string> => {
  const id = ulid();
  await createPhotoItem({
    id,
    state: 'uploading',
    check: 'pending',
    createdAt: change.at,
    owner: by.person.id,
  });
  await finishPhoto({ id, owner: by.person.id }, { width: 40, height: 30 });
  await saveCheckUnlessAnswered(id, check);
  return id;
};

describe('one’s own places', () => {
  it('are listed with everything but what is internal, and those of others are not there', async () => {
    const place = await given({ licenceCode: '91310105MA1FW00000' });
    const answer = await ask('listMyPlaces', { headers: owner.headers });
    const found = answer.json<{ places: PlaceRecord[] }>().places.find(({ id }) => id === place.id);
    expect(found).toMatchObject({ hasOwner: true, openSigns: 0, licenceCode: '91310105MA1FW00000' });
    expect(found).not.toHaveProperty('searchKey');
    expect(found).not.toHaveProperty('owner');
    expect((await ask('listMyPlaces', { headers: other.headers })).json()).toEqual({ places: [] });
  });

  it.each([
    ['getMyPlace', undefined],
    ['updateMyPlace', { phone: '021-12345678' }],
    ['pauseMyPlace', { reason: '店休', until: inDays(1) }],
    ['resumeMyPlace', undefined],
    ['confirmMyPlace', undefined],
    ['leaveMap', { reason: '搬走' }],
    ['offerHandOver', undefined],
  ] as const)('of somebody else are not there for %s, nor those that nobody owns', async (id, body) => {
    const place = await given();
    const { owner: _, ...unowned } = samplePlace();
    await saveTogether([{ after: unowned, change }], { newId: ulid });
    expect(await refused(id, place, body, other)).toEqual([404, 'not_found']);
    expect(await refused(id, unowned, body)).toEqual([404, 'not_found']);
    expect((await findPlace(place.id))?.version).toBe(1);
  });

  it('are changed by one of two who saw the same version, with one entry of the history', async () => {
    const place = await given();
    const answers = await Promise.all([
      does('updateMyPlace', place, { phone: '021-11111111' }),
      does('updateMyPlace', place, { phone: '021-22222222' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await lastReason(place.id)).toBe('updated');
    expect(await refused('confirmMyPlace', place)).toEqual([412, 'precondition_failed']);
  });
});

describe('editing', () => {
  const hours = { week: Array.from({ length: 7 }, () => [[600, 1200]]), publicHolidays: 'closed' };

  it('shows hours, offers and a number at once, and answers the new version', async () => {
    const place = await given({ phone: '021-1' });
    const amenities = [{ code: 'microwave', state: 'working' }];
    const answer = await does('updateMyPlace', place, { schedule: hours, amenities, phone: null });
    expect([answer.status, answer.headers.etag]).toEqual([200, '"2"']);
    expect(await findPlace(place.id)).toMatchObject({ schedule: hours, amenities, version: 2 });
    expect((await findPlace(place.id))?.phone).toBeUndefined();
  });

  it('writes nothing where nothing differs', async () => {
    const first = await given();
    const place = await done('updateMyPlace', first, { pledge: '欢迎' });
    expect((await done('updateMyPlace', place, { pledge: '欢迎' })).version).toBe(2);
  });

  it('shows words that the machine passes', async () => {
    const place = await given();
    expect(await done('updateMyPlace', place, { pledge: '骑手免费喝茶' })).toMatchObject({
      pledge: '骑手免费喝茶',
      version: 2,
    });
  });

  it.each([['review'], ['risky'], ['failed']] as const)(
    'hands words that the machine calls %s to a reviewer, and shows the rest',
    async (suggest) => {
      const place = await given({ pledge: '老话' });
      wechat.setNext('msgSecCheck', suggest === 'failed' ? { errcode: 61010 } : { suggest });
      const record = await done('updateMyPlace', place, { pledge: '新话', schedule: hours });
      expect(record).toMatchObject({ pledge: '老话', schedule: hours });
      expect(await findRegistration(record.pendingChange ?? '')).toMatchObject({
        kind: 'change',
        state: 'submitted',
        application: { pledge: '新话' },
        checks: { text: suggest, photos: 'pass' },
      });
    },
  );

  it('shows nothing of it while another change waits: what is held and what is live are one deed', async () => {
    const place = await given({ pledge: '老话' });
    wechat.setNext('msgSecCheck', { suggest: 'review' }, { suggest: 'review' });
    const first = await done('updateMyPlace', place, { pledge: '新话' });
    expect(await refused('updateMyPlace', first, { pledge: '更新的话', schedule: hours })).toEqual([
      409,
      'conflict',
    ]);
    expect((await findPlace(place.id))?.schedule).toEqual(place.schedule);
  });

  it('does not ask the machine about words that are shown already', async () => {
    const services = [{ name: '热饭', booking: false, note: '前台' }];
    const place = await given({ services });
    const asked = wechat.calls.length;
    await done('updateMyPlace', place, {
      services: [{ ...services[0], booking: true }],
      phone: '021-12345678',
    });
    expect(wechat.calls.length).toBe(asked);
  });

  it('shows pictures that passed, and holds those that did not', async () => {
    const [passed, pending] = await Promise.all([photo('pass'), photo('pending')]);
    const place = await given();
    const shown = await done('updateMyPlace', place, { photos: [passed] });
    expect(shown.photos).toEqual([{ id: passed, width: 40, height: 30 }]);
    expect((await findPhotos([passed]))[0]?.place).toBe(place.id);
    const held = await done('updateMyPlace', shown, { photos: [passed, pending] });
    expect(held.photos).toEqual(shown.photos);
    expect((await findRegistration(held.pendingChange ?? ''))?.application.photos).toEqual([passed, pending]);
    expect((await findPhotos([pending]))[0]?.subdistrict).toBe(place.subdistrict);
  });

  it('refuses pictures of others, risky ones and ones that are not there', async () => {
    const place = await given();
    for (const id of [await photo('pass', other), await photo('risky'), ulid()]) {
      expect(await refused('updateMyPlace', place, { photos: [id] })).toEqual([400, 'invalid_request']);
    }
  });

  it.each(['name', 'position', 'state', 'owner', 'verifiedAt', 'subdistrict', 'version', 'illustrative'])(
    'does not take %s',
    async (field) => {
      const place = await given();
      expect(await refused('updateMyPlace', place, { [field]: 'x' })).toEqual([400, 'invalid_request']);
    },
  );
});

describe('pausing', () => {
  it('closes it until its end and opens it again before', async () => {
    const place = await given();
    const until = inDays(3);
    const paused = await done('pauseMyPlace', place, { reason: '装修', until });
    expect(paused).toMatchObject({ state: 'suspended', suspension: { reason: '装修', until, by: 'owner' } });
    const later = inDays(9);
    const longer = await done('pauseMyPlace', paused, { reason: '装修', until: later });
    expect(longer.suspension?.until).toBe(later);
    const open = await done('resumeMyPlace', longer);
    expect([open.state, open.suspension]).toEqual(['published', undefined]);
    expect(await lastReason(place.id)).toBe('resumed');
  });

  it.each([
    ['now', 0],
    ['in the past', -1],
    ['in 367 days', 367],
  ])('refuses an end %s', async (_when, days) => {
    const place = await given();
    expect(await refused('pauseMyPlace', place, { reason: '店休', until: inDays(days) })).toEqual([
      400,
      'invalid_request',
    ]);
  });

  it('asks the machine about words of one’s own, and takes common ones without it', async () => {
    const place = await given();
    const until = inDays(1);
    wechat.setNext('msgSecCheck', { suggest: 'review' });
    expect(await refused('pauseMyPlace', place, { reason: '老板不开心', until })).toEqual([
      422,
      'text_refused',
    ]);
    wechat.state.seenAt.delete(other.person.openid);
    const theirs = await given({ owner: other.person.id });
    expect((await done('pauseMyPlace', theirs, { reason: '店休放假', until }, other)).state).toBe(
      'suspended',
    );
  });

  it('leaves what staff closed to staff', async () => {
    const place = await given({ state: 'suspended', suspension: { reason: '卫生检查' } });
    expect(await refused('resumeMyPlace', place)).toEqual([409, 'wrong_state']);
    expect(await refused('pauseMyPlace', place, { reason: '店休', until: inDays(1) })).toEqual([
      409,
      'wrong_state',
    ]);
    expect((await done('confirmMyPlace', place)).state).toBe('suspended');
  });
});

describe('confirming', () => {
  it('verifies it now and keeps it for another year', async () => {
    const place = await given({ confirmBy: '2026-12-01' });
    const record = await done('confirmMyPlace', place);
    expect(record.verifiedBy).toBe('merchant');
    expect(Date.now() - Date.parse(record.verifiedAt ?? '')).toBeLessThan(60_000);
    expect(Date.parse(record.confirmBy ?? '') - Date.now()).toBeGreaterThan(364 * DAY);
    expect(await lastReason(place.id)).toBe('confirmed');
  });

  it('opens what ran out, which resuming does not', async () => {
    const suspension = { reason: '一年未确认', by: 'overdue' as const };
    const place = await given({ state: 'suspended', suspension });
    expect(await refused('resumeMyPlace', place)).toEqual([409, 'wrong_state']);
    const record = await done('confirmMyPlace', place);
    expect([record.state, record.suspension]).toEqual(['published', undefined]);
  });

  it('does not open one’s own pause', async () => {
    const suspension = { reason: '装修', until: inDays(1), by: 'owner' as const };
    const place = await given({ state: 'suspended', suspension });
    expect((await done('confirmMyPlace', place)).suspension).toEqual(suspension);
  });
});

describe('leaving the map', () => {
  it('leaves a tombstone, frees the licence and hides the pictures', async () => {
    const id = await photo('pass');
    const place = await given({
      licenceCode: '91350100M000100Y43',
      photos: [{ id, width: 40, height: 30 }],
    });
    const record = await done('leaveMap', place, { reason: '搬走了' });
    expect(record).toMatchObject({ state: 'retired', retiredAt: expect.any(String) });
    expect(await findPlaceIdOfLicence('91350100M000100Y43')).toBeUndefined();
    expect((await findPhotos([id]))[0]?.place).toBeUndefined();
    expect(await lastReason(place.id)).toBe('搬走了');
    for (const act of ['confirmMyPlace', 'resumeMyPlace', 'offerHandOver'] as const) {
      expect(await refused(act, record)).toEqual([409, 'wrong_state']);
    }
    expect(await refused('updateMyPlace', record, { phone: null })).toEqual([409, 'wrong_state']);
    expect(await refused('leaveMap', record, { reason: '再见' })).toEqual([409, 'wrong_state']);
  });
});

describe('handing over', () => {
  const offer = async (place: Place) => {
    const answer = await does('offerHandOver', place);
    expect(answer.status).toBe(201);
    return answer.json<{ code: string; expiresAt: string }>();
  };
  const accept = (code: string, by = other) => ask('acceptHandOver', { headers: by.headers, body: { code } });

  it('makes whoever has the code the owner, once, and tells both', async () => {
    const place = await given();
    const { code, expiresAt } = await offer(place);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(DAY);
    const third = await signedIn();
    const answers = await Promise.all([accept(code), accept(code, third)]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const winner = answers[0]?.status === 200 ? other : third;
    expect((await findPlace(place.id))?.owner).toBe(winner.person.id);
    expect(await messagesOf(winner)).toContain('place_taken_over');
    expect(await messagesOf(owner)).toContain('hand_over_done');
    expect(await lastReason(place.id)).toBe('handed_over');
    expect(await refused('confirmMyPlace', { id: place.id, version: 2 })).toEqual([404, 'not_found']);
    expect((await accept(code, winner)).status).toBe(404);
  });

  it('refuses a code that nobody gave, one’s own, and one whose place went another way', async () => {
    const [place, gone] = await Promise.all([given(), given()]);
    expect((await accept('0123456789AB')).status).toBe(404);
    expect((await accept((await offer(place)).code, owner)).json<Problem>().code).toBe('wrong_state');
    const { code } = await offer(gone);
    await done('leaveMap', gone, { reason: '搬走' });
    expect((await accept(code)).json<Problem>().code).toBe('code_expired');
  });
});

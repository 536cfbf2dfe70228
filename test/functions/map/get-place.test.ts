import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveCheckUnlessAnswered } from '../../../functions/store/photo-checks.ts';
import { createPhotoItem, finishPhoto } from '../../../functions/store/photo-writes.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveTogether } from '../../../functions/store/save-together.ts';
import { signInPerson } from '../../../functions/store/sign-in-person.ts';
import { PlaceDetail } from '../../../shared/api/place-detail.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import type { Crs, Position } from '../../../shared/geo/position.ts';
import type { PlacePhoto } from '../../../shared/photo/photo.ts';
import { countRequests } from '../../support/count-requests.ts';
import { askMap } from '../../support/map-event.ts';
import { EVERY_DAY, samplePlace } from '../../support/sample-place.ts';

const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const published = samplePlace({
  phone: '021-00000000',
  verifiedAt: '2026-09-29T00:00:00.000Z',
  verifiedBy: 'staff',
  services: [
    {
      name: '健康咨询',
      booking: true,
      schedule: { week: [[], [[540, 660]], [], [], [], [], []], publicHolidays: 'closed' },
    },
    { name: '热饭', booking: false },
  ],
});
const suspended = samplePlace({
  services: [{ name: '热饭', booking: false }],
  state: 'suspended',
  suspension: { reason: '装修', until: '2026-10-20T00:00:00.000Z' },
});
const retired = samplePlace({ state: 'retired', retiredAt: '2026-09-01T00:00:00.000Z' });
const draft = samplePlace({ state: 'draft' });
const merged = samplePlace({ state: 'retired', mergedInto: published.id });
const locked = samplePlace({
  verifiedAt: '2026-09-28T00:00:00.000Z',
  riderSigns: { doorLockedAt: '2026-09-29T01:00:00.000Z' },
});
const [good, risky] = [ulid(), ulid()].map((id) => ({ id, width: 40, height: 30 })) as [
  PlacePhoto,
  PlacePhoto,
];
const pictured = samplePlace({ photos: [good, risky] });

const detail = async (id: string, query: Record<string, string> = {}) => {
  const answer = await askMap('getPlace', { params: { id }, query });
  expect(answer.status).toBe(200);
  return PlaceDetail.parse(answer.json());
};

beforeAll(async () => {
  // Tuesday, 29 September 2026, 10:00 in Shanghai: two days before a week of holidays.
  vi.useFakeTimers({ now: new Date('2026-09-29T10:00:00+08:00'), toFake: ['Date'] });
  await savePlaces(
    [published, suspended, retired, draft, merged, locked].map((after) => ({ after, change })),
    { newId: ulid },
  );
  const { person } = await signInPerson(`openid-${ulid()}`, { now: new Date(), newId: ulid });
  const owner = person.id;
  for (const { id, ...size } of [good, risky]) {
    await createPhotoItem({ id, state: 'uploading', check: 'pending', createdAt: change.at, owner });
    await finishPhoto({ id, owner }, size);
  }
  await saveCheckUnlessAnswered(risky.id, 'risky');
  await saveTogether([{ after: pictured, change }], { newId: ulid });
});

afterAll(() => vi.useRealTimers());

describe('a place in detail', () => {
  it('shows everything public, and nothing internal', async () => {
    const { properties } = await detail(published.id);
    expect(properties.phone).toBe('021-00000000');
    expect(Object.keys(properties)).not.toContain('givenPosition');
    expect(Object.keys(properties)).not.toContain('searchKey');
  });

  it('names the holidays of its next seven days', async () => {
    const { days } = (await detail(published.id)).properties;
    expect(days.map(({ date, holiday }) => [date, holiday])).toEqual([
      ['2026-09-29', undefined],
      ['2026-09-30', undefined],
      ['2026-10-01', 'national_day'],
      ['2026-10-02', 'national_day'],
      ['2026-10-03', 'national_day'],
      ['2026-10-04', 'national_day'],
      ['2026-10-05', 'national_day'],
    ]);
    expect(days[0]?.hours).toEqual(EVERY_DAY.week[1]);
  });

  it('tells for each service whether it is open by its own hours, or by those of the place', async () => {
    const { services } = (await detail(published.id)).properties;
    expect(services.map(({ name, openState }) => [name, openState.status, openState.closesAt])).toEqual([
      ['健康咨询', 'open', '2026-09-29T03:00:00.000Z'],
      ['热饭', 'open', '2026-09-29T12:00:00.000Z'],
    ]);
  });

  it('says how likely an arrival is and why', async () => {
    const { confidence, freshness, openState } = (await detail(published.id)).properties;
    expect([confidence.level, freshness, openState.status]).toEqual(['likely', 'fresh', 'open']);
    expect(confidence.reasons.map(({ code }) => code)).toEqual(['open', 'verified']);
  });

  it('is closed while it is suspended, with the reason', async () => {
    const { properties } = await detail(suspended.id);
    expect([properties.openState.status, properties.confidence.level]).toEqual(['closed', 'unlikely']);
    expect(properties.suspension?.reason).toBe('装修');
    expect(properties.services.map(({ openState }) => openState.status)).toEqual(['closed']);
  });

  it('keeps a tombstone of a place that is gone', async () => {
    const { properties } = await detail(retired.id);
    expect([properties.state, properties.openState.status]).toEqual(['retired', 'closed']);
    expect(properties.confidence.reasons[0]).toEqual({ code: 'retired' });
    expect(properties.retiredAt).toBe('2026-09-01T00:00:00.000Z');
  });

  it('links into map applications, each in the system it reads', async () => {
    const { links } = (await detail(published.id)).properties;
    const expected: [string, Crs, (position: Position) => string][] = [
      ['amap', 'gcj02', ([lng, lat]) => `to=${lng},${lat},`],
      ['tencent', 'gcj02', ([lng, lat]) => `tocoord=${lat},${lng}`],
      ['baidu', 'bd09', ([lng, lat]) => `location=${lat},${lng}`],
      ['apple', 'gcj02', ([lng, lat]) => `daddr=${lat},${lng}`],
    ];
    expect(links.map(({ app, crs }) => [app, crs])).toEqual(expected.map(([app, crs]) => [app, crs]));
    for (const [index, [, crs, written]] of expected.entries()) {
      expect(links[index]?.url).toContain(written(convertPosition(published.position, 'wgs84', crs)));
      expect(new URL(links[index]?.url ?? '').protocol).toBe('https:');
    }
  });

  it('moves into GCJ-02 when asked to', async () => {
    const { geometry, crs } = await detail(published.id, { crs: 'gcj02' });
    expect([crs, geometry.coordinates]).toEqual([
      'gcj02',
      convertPosition(published.position, 'wgs84', 'gcj02'),
    ]);
  });

  it('leads from an entry that was merged to the one it became', async () => {
    expect((await detail(merged.id)).properties).toMatchObject({
      state: 'retired',
      mergedInto: published.id,
    });
  });

  it('tells what riders said in front of its door', async () => {
    const at = '2026-09-29T01:00:00.000Z';
    const { confidence, riderSigns } = (await detail(locked.id)).properties;
    expect(riderSigns).toEqual({ doorLockedAt: at });
    expect([confidence.level, confidence.reasons[0]]).toEqual(['uncertain', { code: 'door_locked', at }]);
  });

  it('shows its pictures, but neither a risky one nor any of a place that is gone', async () => {
    expect((await detail(pictured.id)).properties.photos).toEqual([good]);
    const after = { ...pictured, state: 'retired' as const, version: 2 };
    await saveTogether([{ before: pictured, after, change }], { newId: ulid });
    expect((await detail(pictured.id)).properties.photos).toBeUndefined();
  });

  it('costs one read', async () => {
    expect(await countRequests(() => detail(published.id))).toEqual({ GetItemCommand: 1 });
  });

  it.each([
    ['a draft', draft.id, 404, 'not_found'],
    ['an unknown id', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 404, 'not_found'],
    ['what is no id', 'hello', 400, 'invalid_request'],
  ])('does not show %s', async (_what, id, status, code) => {
    const answer = await askMap('getPlace', { params: { id } });
    expect([answer.status, answer.json<Problem>().code]).toEqual([status, code]);
  });
});

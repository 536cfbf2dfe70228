import { describe, expect, it } from 'vitest';
import { personPartition } from '../../../functions/store/keys.ts';
import { findPlaceIdOfLicence, holdLicence } from '../../../functions/store/licences.ts';
import { queryWholeIndex } from '../../../functions/store/query-index.ts';
import { listTileFeatures } from '../../../functions/store/tile-features.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { OperationId } from '../../../shared/api/paths.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { tileOf } from '../../../shared/geo/tile.ts';
import type { Message } from '../../../shared/message/message.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { HUAYANG, LIANGCHENG, staffOffice } from '../../support/staff-office.ts';

const { ask, change, counts, given, history, people, read, recount } = staffOffice();

const UNKNOWN = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

let nextSpot = 0;
/** A spot of one's own, further from the others than a double may be. */
const spot = (): [number, number] => [
  121.402 + (nextSpot % 10) * 0.0025,
  31.202 + Math.floor(nextSpot++ / 10) * 0.0025,
];

const written = (more: object = {}) => ({
  subdistrict: HUAYANG,
  name: '暖新巢定西路站',
  address: '定西路 7 号',
  category: 'nuanxin_nest',
  tier: 'micro',
  position: { crs: 'wgs84', position: spot() },
  amenities: [{ code: 'seats', state: 'working' }],
  illustrative: false,
  source: { name: '街道' },
  ...more,
});

const messagesOf = async (personId: string): Promise<Message[]> =>
  (await queryWholeIndex('person', { partition: personPartition(personId, 'message') })).map(({ message }) =>
    JSON.parse(message?.S ?? ''),
  );

describe('creating a place', () => {
  it('puts it on the map with a marker, a search key, its raw numbers and one entry of its history', async () => {
    const before = await counts();
    const [lng, lat] = spot();
    const answer = await ask('staff', 'createPlace', {
      body: written({ position: { crs: 'gcj02', position: [lng + 0.0045, lat - 0.002] } }),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    const place = answer.json<PlaceRecord>();
    expect(place).toMatchObject({
      state: 'published',
      kind: 'station',
      version: 1,
      hasOwner: false,
      openSigns: 0,
    });
    expect(place.markerId).toBeGreaterThan(0);
    expect(place.givenPosition).toEqual({ crs: 'gcj02', position: [lng + 0.0045, lat - 0.002] });
    expect(place.position[0]).toBeCloseTo(lng, 3);
    expect(place).not.toHaveProperty('searchKey');
    const [feature] = (await listTileFeatures(tileOf(place.position))).filter(({ id }) => id === place.id);
    expect(feature?.properties.searchKey).toContain('nuan');
    expect(await counts()).toEqual({ ...before, station: (before?.station ?? 0) + 1 });
    expect(await history(place.id)).toMatchObject([
      {
        reason: 'created',
        by: { type: 'person', person: { id: people.staff.person.id } },
        restorable: false,
      },
    ]);
  });

  it('names the places that it may be a double of, and believes staff who say that it is none', async () => {
    const position = { crs: 'wgs84', position: spot() };
    const first = await given({ name: '武夷路慈善驿站', position: position.position as [number, number] });
    const body = written({
      name: '武夷路慈善驿站',
      address: '另一处',
      category: 'charity_post',
      tier: undefined,
      position,
    });
    const refused = await ask('staff', 'createPlace', { body });
    expect(refused.status).toBe(409);
    expect(refused.json<Problem>()).toMatchObject({ code: 'possible_double', places: [first.id] });
    expect((await ask('staff', 'createPlace', { body: { ...body, notADouble: true } })).status).toBe(201);
  });

  it('refuses the id of a source that another place has, even from who says that it is no double', async () => {
    const body = written({ name: '甲站', source: { name: '街道', externalId: 'N-1' } });
    const first = (await ask('staff', 'createPlace', { body })).json<PlaceRecord>();
    const again = { ...body, name: '乙站', position: { crs: 'wgs84', position: spot() }, notADouble: true };
    const refused = await ask('staff', 'createPlace', { body: again });
    expect(refused.json<Problem>()).toMatchObject({ code: 'conflict', places: [first.id] });
  });

  it('refuses a position outside the subdistrict, saying how far', async () => {
    const position = { crs: 'wgs84', position: [121.47, 31.29] };
    const refused = await ask('staff', 'createPlace', { body: written({ position }) });
    expect(refused.status).toBe(400);
    expect(refused.json<Problem>()).toMatchObject({
      code: 'position_outside_subdistrict',
      fields: [{ in: 'body', field: 'position' }],
    });
  });

  it('is not for staff of another subdistrict or another grid, and not for merchants', async () => {
    expect((await ask('elsewhere', 'createPlace', { body: written() })).status).toBe(403);
    expect((await ask('gridStaff', 'createPlace', { body: written({ grid: 'B' }) })).status).toBe(403);
    expect((await ask('merchant', 'createPlace', { body: written() })).status).toBe(403);
  });

  it('takes no state, owner or licence from whoever writes them into the request', async () => {
    for (const more of [{ state: 'retired' }, { owner: UNKNOWN }, { licenceCode: 'X' }, { markerId: 7 }])
      expect((await ask('staff', 'createPlace', { body: written(more) })).status).toBe(400);
  });
});

describe('changing a place', () => {
  it('lays the patch over it, takes away what is null, and records what differs and why', async () => {
    const place = await given({ position: spot(), phone: '62520000', nameEn: 'Post', accuracyMeters: 30 });
    const [lng, lat] = spot();
    const answer = await change('staff', 'updatePlace', place, {
      name: '爱心接力站',
      phone: null,
      position: { crs: 'wgs84', position: [lng, lat] },
      reason: '门牌改了',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"2"');
    const after = answer.json<PlaceRecord>();
    expect(after).toMatchObject({ name: '爱心接力站', nameEn: 'Post', position: [lng, lat], version: 2 });
    expect(after).not.toHaveProperty('phone');
    expect(after).not.toHaveProperty('accuracyMeters');
    const [entry] = await history(place.id);
    expect(entry).toMatchObject({ reason: '门牌改了', restorable: true });
    expect(entry?.differences).toEqual([
      { field: 'name', before: '爱心接力小站', after: '爱心接力站' },
      { field: 'position', before: place.position, after: [lng, lat] },
      { field: 'accuracyMeters', before: 30 },
      { field: 'phone', before: '62520000' },
    ]);
  });

  it('takes the tier from what is a nest no more, and counts it under its new kind', async () => {
    const place = await given({ position: spot(), category: 'nuanxin_nest', tier: 'grid' });
    const before = await counts();
    const answer = await change('staff', 'updatePlace', place, { category: 'restaurant' });
    expect(answer.json()).toMatchObject({ kind: 'merchant', category: 'restaurant' });
    expect(answer.json()).not.toHaveProperty('tier');
    expect(await counts()).toEqual({
      ...before,
      station: (before?.station ?? 0) - 1,
      merchant: (before?.merchant ?? 0) + 1,
    });
  });

  it('writes nothing where nothing differs', async () => {
    const place = await given({ position: spot() });
    const answer = await change('staff', 'updatePlace', place, { name: place.name, reason: '同样' });
    expect(answer.headers.etag).toBe('"1"');
    expect(await history(place.id)).toHaveLength(1);
  });

  it('answers 412 for a version that is not the stored one, and 428 without any', async () => {
    const place = await given({ position: spot() });
    const stale = await change('staff', 'updatePlace', { ...place, version: 9 }, { name: '新' });
    expect(stale.status).toBe(412);
    const blind = await ask('staff', 'updatePlace', { params: { id: place.id }, body: { name: '新' } });
    expect(blind.status).toBe(428);
  });

  it('lets one of two at once win and tells the other', async () => {
    const place = await given({ position: spot() });
    const answers = await Promise.all([
      change('staff', 'updatePlace', place, { name: '甲' }),
      change('reviewer', 'updatePlace', place, { name: '乙' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await history(place.id)).toHaveLength(2);
  });

  it('lets nobody move a place into a grid that is not theirs, or out of one', async () => {
    const place = await given({ position: spot(), grid: 'A' });
    expect((await change('gridStaff', 'updatePlace', place, { grid: 'B' })).status).toBe(403);
    const other = await given({ position: spot(), grid: 'B' });
    expect((await change('gridStaff', 'updatePlace', other, { name: '新' })).status).toBe(403);
    expect((await change('gridStaff', 'updatePlace', place, { name: '新' })).status).toBe(200);
  });

  it('shows no picture that is nobody’s or somebody else’s', async () => {
    const place = await given({ position: spot() });
    const answer = await change('staff', 'updatePlace', place, { photos: [UNKNOWN] });
    expect(answer.json<Problem>()).toMatchObject({ code: 'invalid_request', fields: [{ field: 'photos' }] });
  });
});

describe('suspending, resuming and retiring', () => {
  it('closes a place with a reason and an end, tells its owner, and opens it again', async () => {
    const owner = people.merchant.person.id;
    const place = await given({ position: spot(), owner });
    const on = await counts();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const closed = await change('staff', 'suspendPlace', place, { reason: '装修', until });
    expect(closed.json()).toMatchObject({
      state: 'suspended',
      suspension: { reason: '装修', until },
      ownerCard: { id: owner },
    });
    expect(closed.json()).not.toHaveProperty('owner');
    expect(await counts()).toEqual(on);
    const opened = await change('staff', 'resumePlace', closed.json<PlaceRecord>());
    expect(opened.json()).toMatchObject({ state: 'published', version: 3 });
    expect(opened.json()).not.toHaveProperty('suspension');
    expect((await messagesOf(owner)).map(({ kind, values }) => [kind, values])).toEqual([
      ['place_suspended', { name: place.name, reason: '装修' }],
      ['place_resumed', { name: place.name }],
    ]);
    expect((await change('staff', 'resumePlace', opened.json<PlaceRecord>())).json<Problem>().code).toBe(
      'wrong_state',
    );
  });

  it('refuses an end that is past', async () => {
    const place = await given({ position: spot() });
    const answer = await change('staff', 'suspendPlace', place, {
      reason: '装修',
      until: '2020-01-01T00:00:00.000Z',
    });
    expect(answer.status).toBe(400);
  });

  it('gives an owner whose confirmation ran out thirty days more when staff open the place', async () => {
    const place = await given({
      position: spot(),
      state: 'suspended',
      suspension: { reason: '-', by: 'overdue' },
      confirmBy: '2020-01-01',
    });
    const opened = (await change('staff', 'resumePlace', place)).json<PlaceRecord>();
    expect(opened.confirmBy && Date.parse(opened.confirmBy) > Date.now() + 28 * 86_400_000).toBe(true);
  });

  it('retires a place: off the map, its licence free, its owner told, a tombstone with a reason left', async () => {
    const owner = people.merchant.person.id;
    const before = await counts();
    const place = await given({ position: spot(), owner, licenceCode: '91310105MA1FW00002' });
    await transact([holdLicence('91310105MA1FW00002', place.id)]);
    const answer = await change('reviewer', 'retirePlace', place, { reason: '已关店' });
    expect(answer.json()).toMatchObject({ state: 'retired', hasOwner: true });
    expect(answer.json()).not.toHaveProperty('licenceCode');
    expect(await findPlaceIdOfLicence('91310105MA1FW00002')).toBeUndefined();
    expect(await counts()).toEqual(before);
    expect((await messagesOf(owner)).at(-1)).toMatchObject({ kind: 'place_retired', place: place.id });
    for (const id of ['updatePlace', 'suspendPlace', 'retirePlace', 'verifyPlace'] as const) {
      const body =
        id === 'updatePlace' ? { name: '新' } : id === 'verifyPlace' ? undefined : { reason: '又' };
      const refused = await change('reviewer', id, answer.json<PlaceRecord>(), body);
      expect([id, refused.json<Problem>().code]).toEqual([id, 'wrong_state']);
    }
  });
});

describe('reading places', () => {
  it('lists by state, kind, grid and words, page by page', async () => {
    const made = [];
    for (let index = 0; index < 55; index++)
      made.push(await given({ subdistrict: LIANGCHENG, name: `驿站${index}`, grid: index % 2 ? 'A' : 'B' }));
    const list = async (query: Record<string, string>) =>
      (await ask('elsewhere', 'listPlaceRecords', { query: { subdistrict: LIANGCHENG, ...query } })).json<{
        places: PlaceRecord[];
        next?: string;
      }>();
    const first = await list({});
    expect(first.places).toHaveLength(50);
    const rest = await list({ cursor: first.next ?? '' });
    expect(rest.next).toBeUndefined();
    expect([...first.places, ...rest.places].map(({ id }) => id)).toEqual(made.map(({ id }) => id).sort());
    expect((await list({ grid: 'A' })).places).toHaveLength(27);
    expect((await list({ q: 'yizhan54' })).places.map(({ name }) => name)).toEqual(['驿站54']);
    expect((await list({ state: 'retired' })).places).toEqual([]);
    expect((await list({ kind: 'merchant' })).places).toEqual([]);
    const wrong = await ask('elsewhere', 'listPlaceRecords', {
      query: { subdistrict: LIANGCHENG, cursor: 'x' },
    });
    expect(wrong.json<Problem>().code).toBe('invalid_cursor');
  });

  it('shows staff of some grids their own and what lies in none', async () => {
    const own = await given({ position: spot(), name: '网格甲', grid: 'A' });
    const other = await given({ position: spot(), name: '网格乙', grid: 'B' });
    const query = { subdistrict: HUAYANG, q: '网格' };
    const seen = (await ask('gridStaff', 'listPlaceRecords', { query })).json<{ places: PlaceRecord[] }>();
    expect(seen.places.map(({ id }) => id)).toEqual([own.id]);
    expect((await ask('gridStaff', 'getPlaceRecord', { params: { id: other.id } })).status).toBe(403);
  });
});

describe('every operation on one place', () => {
  const operations: [id: OperationId, body?: object][] = [
    ['getPlaceRecord'],
    ['updatePlace', { name: '新' }],
    ['suspendPlace', { reason: '装修' }],
    ['resumePlace'],
    ['retirePlace', { reason: '关店' }],
    ['mergePlace', { into: UNKNOWN }],
    ['verifyPlace'],
    ['listPlaceChanges'],
    ['restorePlace', { change: UNKNOWN }],
    ['settleConfirmations', { outcome: 'checked' }],
  ];

  it.each(operations)(
    '%s: 404 for an unknown id, 403 for staff of elsewhere, 401 for nobody',
    async (id, body) => {
      const place = await given({ position: spot() });
      const unknown = await change('reviewer', id, { id: UNKNOWN, version: 1 }, body);
      expect(unknown.status).toBe(404);
      expect((await change('elsewhere', id, place, body)).status).toBe(403);
      const nobody = await ask('reviewer', id, { params: { id: place.id }, headers: { authorization: '' } });
      expect(nobody.status).toBe(401);
      expect((await read(place.id)).version).toBe(1);
    },
  );
});

it('leaves the counts at what stands on the map, after all of it', async () => {
  expect(await counts()).toEqual(await recount());
});

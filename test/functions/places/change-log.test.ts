import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/places/index.ts';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { personAuthor } from '../../../functions/store/change-items.ts';
import { getReasonTemplates, saveReasonTemplates } from '../../../functions/store/reason-templates.ts';
import { saveTogether } from '../../../functions/store/save-together.ts';
import { getOwnStandards, saveOwnStandards } from '../../../functions/store/standards.ts';
import type { OperationId } from '../../../shared/api/paths.ts';
import { placeRoutes } from '../../../shared/api/place-routes.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { ChangeEntry } from '../../../shared/change-log/change-entry.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import type { Place } from '../../../shared/place/place.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { ReasonTemplate } from '../../../shared/registration/reason-template.ts';
import { askFunction } from '../../support/ask-function.ts';
import { askMap } from '../../support/map-event.ts';
import { signedIn } from '../../support/signed-in.ts';
import { HUAYANG, LIANGCHENG, staffOffice } from '../../support/staff-office.ts';

const { ask, change, counts, given, history, people, read, recount } = staffOffice();

const askPlaces = askFunction(handler);
type Log = { changes: ChangeEntry[]; next?: string };
const month = localDateOf(new Date()).slice(0, 7).replace('-', '');
const audit = async (query: Record<string, string> = {}, who: 'reviewer' | 'elsewhere' = 'reviewer') =>
  (await ask(who, 'listChanges', { query: { subdistrict: HUAYANG, month, ...query } })).json<Log>();

describe('restoring a place', () => {
  it('brings back its content from before any of several changes, as a change of its own', async () => {
    const place = await given({ name: '一号', phone: '111' });
    const second = (
      await change('staff', 'updatePlace', place, { name: '二号', phone: null })
    ).json<PlaceRecord>();
    const third = (
      await change('staff', 'updatePlace', second, { name: '三号', category: 'restaurant' })
    ).json<PlaceRecord>();
    const [, toSecond] = await history(place.id);
    const back = await change('reviewer', 'restorePlace', third, { change: toSecond?.id });
    expect(back.json()).toMatchObject({ name: '一号', phone: '111', kind: 'station', version: 4 });
    const entries = await history(place.id);
    expect(entries.map(({ reason }) => reason)).toEqual(['restored', 'updated', 'updated', 'test']);
    const forward = await change('reviewer', 'restorePlace', back.json<PlaceRecord>(), {
      change: entries[0]?.id,
    });
    expect(forward.json()).toMatchObject({ name: '三号', kind: 'merchant', version: 5 });
    const found = await askMap('listPlaces', { query: { subdistrict: HUAYANG, q: 'sanhao' } });
    expect(found.json<{ features: object[] }>().features).toHaveLength(1);
  });

  it('never brings back an owner, a licence, a marker, a state or a verification', async () => {
    const owned = await given({
      name: '旧名',
      owner: people.merchant.person.id,
      licenceCode: '91310105MA1FW00002',
      verifiedAt: '2026-01-01T00:00:00.000Z',
      verifiedBy: 'merchant',
    });
    const { owner, licenceCode, verifiedAt, verifiedBy, ...rest } = owned;
    const at = new Date().toISOString();
    const after = { ...rest, name: '新名', version: 2, markerId: 4711 };
    await saveTogether([{ before: owned, after, change: { by: 'clock', at, reason: 'left' } }], {
      newId: ulid,
    });
    const [left] = await history(owned.id);
    const suspended = (
      await change('reviewer', 'suspendPlace', after, { reason: '装修' })
    ).json<PlaceRecord>();
    const restored = await change('reviewer', 'restorePlace', suspended, { change: left?.id });
    expect(restored.json()).toMatchObject({
      name: '旧名',
      hasOwner: false,
      state: 'suspended',
      markerId: 4711,
    });
    expect(restored.json()).not.toHaveProperty('licenceCode');
    expect(restored.json()).not.toHaveProperty('verifiedAt');
  });

  it('refuses the entry of another place, the one that made the place, and a retired place', async () => {
    const [place, other] = [await given(), await given()];
    await change('staff', 'updatePlace', other, { name: '新' });
    const [ofOther] = await history(other.id);
    expect((await change('staff', 'restorePlace', place, { change: ofOther?.id })).status).toBe(404);
    const [made] = await history(place.id);
    expect((await change('staff', 'restorePlace', place, { change: made?.id })).status).toBe(409);
    const retired = (await change('staff', 'retirePlace', place, { reason: '关店' })).json<PlaceRecord>();
    const [last] = await history(place.id);
    const refused = await change('staff', 'restorePlace', retired, { change: last?.id });
    expect(refused.json<Problem>().code).toBe('wrong_state');
  });
});

describe('the change log', () => {
  it('is read newest first, page by page, without a gap or a double', async () => {
    let place: { id: string; version: number } = await given();
    for (let version = 1; version <= 34; version++) {
      const who = version % 2 ? 'staff' : 'reviewer';
      place = (
        await change(who, 'updatePlace', place, { address: `定西路${version}号` })
      ).json<PlaceRecord>();
    }
    const walk = async (read: (cursor?: string) => Promise<Log>) => {
      const first = await read();
      expect(first.changes).toHaveLength(30);
      const rest = await read(first.next);
      expect(rest.next).toBeUndefined();
      return [...first.changes, ...rest.changes];
    };
    const ofPlace = await walk(async (cursor) =>
      (
        await ask('staff', 'listPlaceChanges', { params: { id: place.id }, query: cursor ? { cursor } : {} })
      ).json<Log>(),
    );
    expect(ofPlace).toHaveLength(35);
    expect(ofPlace[0]?.differences).toMatchObject([{ field: 'address', after: '定西路34号' }]);
    const ofMonth = await walk((cursor) => audit({ place: place.id, ...(cursor && { cursor }) }));
    expect(new Set(ofMonth.map(({ id }) => id))).toEqual(new Set(ofPlace.map(({ id }) => id)));
  });

  it('goes on after a page that ends with a role that was given', async () => {
    for (let index = 0; index < 31; index++) await signedIn({ role: 'planner', subdistrict: HUAYANG });
    const first = await audit();
    expect(first.changes.at(-1)).toMatchObject({
      // Whose role it is, by what they are called now: the entry keeps no name.
      subject: { type: 'grant', name: expect.stringMatching(/\S/) },
      differences: [{ field: 'role', after: 'planner' }, { field: 'subdistrict' }],
    });
    const rest = await audit({ cursor: first.next ?? '' });
    expect(rest.changes[0]).toMatchObject({ subject: { type: 'grant' } });
    expect(rest.changes.map(({ id }) => id)).not.toContain(first.changes.at(-1)?.id);
  });

  it('says which reasons reviewers had before and have now', async () => {
    const before = await getReasonTemplates(HUAYANG);
    const templates: ReasonTemplate[] = [{ outcome: 'rejected', title: '重复', text: '已经有了' }];
    const change = { by: personAuthor(people.reviewer.person.id), at: new Date().toISOString(), reason: 'x' };
    await saveReasonTemplates(HUAYANG, { before, entries: templates }, { change, newId: ulid });
    const [entry] = (await audit()).changes;
    expect(entry).toMatchObject({
      subject: { type: 'settings', id: HUAYANG },
      differences: [{ field: 'templates', before: before.templates, after: templates }],
    });
  });

  it('says which distances a subdistrict had before and has now', async () => {
    const before = await getOwnStandards(HUAYANG);
    const entries: Standard[] = [
      { class: 'canteen', reach: { meters: 800 }, source: 'subdistrict', status: 'local_policy' },
    ];
    const change = { by: personAuthor(people.reviewer.person.id), at: new Date().toISOString(), reason: 'x' };
    await saveOwnStandards(HUAYANG, { before, entries }, { change, newId: ulid });
    expect(await getOwnStandards(HUAYANG)).toEqual({ standards: entries, version: before.version + 1 });
    const [entry] = (await audit()).changes;
    expect(entry?.differences).toEqual([{ field: 'standards', before: before.standards, after: entries }]);
    await expect(
      saveOwnStandards(HUAYANG, { before, entries: [] }, { change, newId: ulid }),
    ).rejects.toMatchObject({ code: 'precondition_failed' });
  });

  it('is narrowed to a person, a place and a month', async () => {
    const place = await given();
    await change('staff', 'updatePlace', place, { name: '甲' });
    const byStaff = await audit({ person: people.staff.person.id, place: place.id });
    expect(byStaff.changes).toMatchObject([
      { subject: { type: 'place', id: place.id, name: '甲' }, by: { type: 'person' } },
    ]);
    expect((await audit({ person: people.reviewer.person.id, place: place.id })).changes).toEqual([]);
    expect((await audit({ month: '202001' })).changes).toEqual([]);
    const odd = await ask('reviewer', 'listChanges', {
      query: { subdistrict: HUAYANG, month, cursor: 'abc' },
    });
    expect(odd.json<Problem>().code).toBe('invalid_cursor');
  });

  it('counts months by the clock of Shanghai, across the page that ends between two of UTC', async () => {
    const place = await given();
    const moments = [
      '2026-03-31T15:59:59.999Z',
      '2026-03-31T16:00:00.000Z',
      '2026-04-30T15:59:59.999Z',
      '2026-04-30T16:00:00.000Z',
    ];
    for (const [index, at] of moments.entries()) {
      const before = { ...place, version: index + 1, name: `${index}` };
      const after = { ...place, version: index + 2, name: at };
      await saveTogether([{ before, after, change: { by: 'clock', at, reason: 'x' } }], { newId: ulid });
    }
    const times = async (query: Record<string, string>) => (await audit(query)).changes.map(({ at }) => at);
    expect(await times({ month: '202604' })).toEqual([moments[2], moments[1]]);
    expect(await times({ month: '202603' })).toEqual([moments[0]]);
    const cursorAfter = (at = '', id = '') =>
      Buffer.from(JSON.stringify([`PLACE#${place.id}`, `CHANGE#${id}`, at])).toString('base64url');
    const [newest] = (await audit({ month: '202604' })).changes;
    expect(await times({ month: '202604', cursor: cursorAfter(newest?.at, newest?.id) })).toEqual([
      moments[1],
    ]);
    const cursor = cursorAfter(newest?.at, newest?.id);
    for (const query of [
      { month: '202605', cursor },
      { month: '202603', cursor },
    ]) {
      const other = await ask('reviewer', 'listChanges', { query: { subdistrict: HUAYANG, ...query } });
      expect(other.json<Problem>().code).toBe('invalid_cursor');
    }
  });

  it('tells nothing of another subdistrict, whoever did it', async () => {
    const foreign = await given({ subdistrict: LIANGCHENG });
    await change('elsewhere', 'updatePlace', foreign, { name: '别处' });
    expect((await audit({ person: people.elsewhere.person.id })).changes).toEqual([]);
    expect((await ask('elsewhere', 'listChanges', { query: { subdistrict: HUAYANG, month } })).status).toBe(
      403,
    );
    expect((await ask('staff', 'listChanges', { query: { subdistrict: HUAYANG, month } })).status).toBe(403);
    const theirs = await audit({ subdistrict: LIANGCHENG, place: foreign.id }, 'elsewhere');
    expect(theirs.changes).toHaveLength(2);
  });

  it('is read in part by a reviewer of some grids: by the grid that a place has now', async () => {
    const came = await given({ grid: 'B' });
    const left = await given({ grid: 'A' });
    const at = new Date().toISOString();
    const moved = (place: Place, grid: string) => ({
      before: place,
      after: { ...place, grid, version: 2 },
      change: { by: 'clock', at, reason: 'moved' },
    });
    await saveTogether([moved(came, 'A'), moved(left, 'B')], { newId: ulid });
    const { headers } = await signedIn({ role: 'reviewer', subdistrict: HUAYANG, grids: ['A'] });
    const readOf = async (place: string) =>
      (await askPlaces('listChanges', { headers, query: { subdistrict: HUAYANG, month, place } })).json<Log>()
        .changes.length;
    expect(await readOf(came.id)).toBe(2);
    expect(await readOf(left.id)).toBe(0);
  });

  it('shows commands by name, and who has no account any more as deleted', async () => {
    const place = await given();
    const at = new Date().toISOString();
    const by = 'person:01ARZ3NDEKTSV4RRFFQ69G5FAV';
    await saveTogether(
      [{ before: place, after: { ...place, name: '二', version: 2 }, change: { by, at, reason: 'x' } }],
      { newId: ulid },
    );
    expect((await history(place.id)).map((entry) => entry.by)).toEqual([
      { type: 'deleted' },
      { type: 'command', name: 'test' },
    ]);
  });

  it('never tells who owns a place, only that somebody does', async () => {
    const place = await given({ owner: people.merchant.person.id, licenceCode: '91310105MA1FW00002' });
    const [made] = await history(place.id);
    expect(JSON.stringify(made)).not.toMatch(new RegExp(`${people.merchant.person.id}|91310105MA1FW00002`));
    expect(made?.differences).toContainEqual({ field: 'hasOwner', after: true });
  });

  it('is only ever added to: no operation of the table of routes rewrites or deletes an entry', async () => {
    const place = await given({ owner: people.merchant.person.id });
    const other = await given();
    await change('staff', 'updatePlace', place, { name: '改过' });
    const [entry] = await history(place.id);
    const before = await entries();
    const bodies: Partial<Record<OperationId, object>> = {
      updatePlace: { name: '又改' },
      suspendPlace: { reason: '装修' },
      retirePlace: { reason: '关店' },
      mergePlace: { into: other.id },
      restorePlace: { change: entry?.id },
      settleConfirmations: { outcome: 'checked' },
      updateMyPlace: { phone: '1' },
      pauseMyPlace: { reason: '休假', until: new Date(Date.now() + 86_400_000).toISOString() },
      leaveMap: { reason: '关店' },
      confirmPlace: { kind: 'still_there' },
      acceptHandOver: { code: '0123456789AB' },
      createPlace: {
        subdistrict: HUAYANG,
        name: '新站',
        address: '定西路',
        category: 'care_point',
        position: { crs: 'wgs84', position: [121.42, 31.23] },
        amenities: [],
        illustrative: false,
        source: { name: '街道' },
      },
      importRows: {
        subdistrict: HUAYANG,
        crs: 'wgs84',
        header: ['id', 'name', 'category', 'lng', 'lat'],
        rows: [{ line: 2, cells: [other.id, '导入', 'care_point', '121.41', '31.22'] }],
        isDryRun: false,
      },
    };
    // What takes a place off the map comes last.
    const last: OperationId[] = ['leaveMap', 'retirePlace', 'mergePlace'];
    const ids = (Object.keys(placeRoutes) as (keyof typeof placeRoutes)[]).sort(
      (a, b) => last.indexOf(a) - last.indexOf(b),
    );
    const statuses: Record<string, number> = {};
    for (const id of ids) {
      const who = id.includes('My') || id === 'leaveMap' ? 'merchant' : 'reviewer';
      const query = id.startsWith('list') || id.endsWith('Xlsx') ? { subdistrict: HUAYANG } : {};
      const answer = await ask(who, id, {
        params: placeRoutes[id].key.includes('{id}') ? { id: place.id } : {},
        headers: { 'if-match': `"${(await read(place.id)).version}"` },
        query:
          id === 'listChanges'
            ? { ...query, month }
            : id === 'listPlaceChanges' || id === 'listMyPlaces'
              ? {}
              : query,
        ...(bodies[id] && { body: bodies[id] }),
      });
      statuses[id] = answer.status ?? 0;
    }
    expect(
      Object.values(statuses).filter((status) => status < 300).length,
      JSON.stringify(statuses),
    ).toBeGreaterThan(12);
    const after = await entries();
    expect(after.size).toBeGreaterThan(before.size);
    for (const [key, item] of before) expect(after.get(key)).toEqual(item);
  });
});

it('leaves the counts at what stands on the map, after all of it', async () => {
  expect(await counts()).toEqual(await recount());
});

/** Every entry of the change log, by its key. */
const entries = async () => {
  const { Items = [] } = await dynamo.send(
    new ScanCommand({
      TableName: tableName,
      FilterExpression: 'begins_with(SK, :change)',
      ExpressionAttributeValues: { ':change': { S: 'CHANGE#' } },
    }),
  );
  return new Map(Items.map((item) => [`${item.PK?.S} ${item.SK?.S}`, item]));
};

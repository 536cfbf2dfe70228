import { describe, expect, it } from 'vitest';
import { findPlaceIdOfLicence, holdLicence } from '../../../functions/store/licences.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { askMap } from '../../support/map-event.ts';
import { LIANGCHENG, staffOffice } from '../../support/staff-office.ts';

const { change, counts, given, history, people, read, recount } = staffOffice();

const merge = (double: { id: string; version: number }, into: string, reason?: string) =>
  change('reviewer', 'mergePlace', double, { into, ...(reason && { reason }) });

describe('merging a double', () => {
  it('makes it a tombstone that leads to the other, and both have an entry of their history', async () => {
    const survivor = await given({ name: '华阳驿站' });
    const double = await given({ name: '华阳爱心驿站' });
    const before = await counts();
    const tombstone = (await merge(double, survivor.id)).json<PlaceRecord>();
    expect(tombstone).toMatchObject({ id: double.id, state: 'retired', mergedInto: survivor.id, version: 2 });
    expect(await counts()).toEqual({ ...before, station: (before?.station ?? 0) - 1 });
    expect(await read(survivor.id)).toMatchObject({ aliases: ['华阳爱心驿站'], version: 2 });
    expect((await history(double.id))[0]).toMatchObject({ reason: 'merged' });
    expect((await history(survivor.id))[0]?.differences.map(({ field }) => field)).toEqual(['aliases']);
    const seen = await askMap('getPlace', { params: { id: double.id } });
    expect(seen.json<{ properties: object }>().properties).toMatchObject({
      state: 'retired',
      mergedInto: survivor.id,
    });
  });

  it('finds the place that stays by the name of its double', async () => {
    const survivor = await given({ name: '甲', position: [121.41, 31.21] });
    const double = await given({ name: '兰州拉面', position: [121.41, 31.21] });
    await merge(double, survivor.id);
    const query = { bbox: '121.409,31.209,121.411,31.211', q: 'lanzhou' };
    const found = await askMap('listPlaces', { query });
    expect(found.json<{ features: { id: string }[] }>().features.map(({ id }) => id)).toEqual([survivor.id]);
  });

  it('hands owner, licence, pledge and its date on to a place that has no owner', async () => {
    const owner = people.merchant.person.id;
    const licenceCode = '91310105MA1FW00010';
    const survivor = await given();
    const double = await given({ owner, licenceCode, pledge: '免费热水', confirmBy: '2027-11-20' });
    await transact([holdLicence(licenceCode, double.id)]);
    expect((await merge(double, survivor.id)).json()).toMatchObject({ hasOwner: false });
    expect(await read(survivor.id)).toMatchObject({
      ownerCard: { id: owner },
      licenceCode,
      pledge: '免费热水',
      confirmBy: '2027-11-20',
    });
    expect(await findPlaceIdOfLicence(licenceCode)).toBe(survivor.id);
  });

  it('keeps the owner of the place that stays, and sets the licence of the double free', async () => {
    const licenceCode = '91310105MA1FW00011';
    const survivor = await given({ owner: people.staff.person.id });
    const double = await given({ owner: people.merchant.person.id, licenceCode });
    await transact([holdLicence(licenceCode, double.id)]);
    await merge(double, survivor.id);
    expect((await read(survivor.id)).ownerCard?.id).toBe(people.staff.person.id);
    expect(await findPlaceIdOfLicence(licenceCode)).toBeUndefined();
  });

  it('turns what was merged before to the place at the end of the chain, whichever way it grows', async () => {
    const [a, b, c] = [await given({ name: '一' }), await given({ name: '二' }), await given({ name: '三' })];
    await merge(a, b.id);
    await merge(await read(b.id), c.id);
    expect((await read(a.id)).mergedInto).toBe(c.id);
    const d = await given({ name: '四' });
    const tombstone = (await merge(d, a.id)).json<PlaceRecord>();
    expect(tombstone.mergedInto).toBe(c.id);
  });

  it('refuses a place into itself, also by the way of its own double', async () => {
    const [a, b] = [await given(), await given()];
    expect((await merge(a, a.id)).json<Problem>().code).toBe('wrong_state');
    await merge(b, a.id);
    const round = await merge(await read(a.id), b.id);
    expect(round.json<Problem>().code).toBe('wrong_state');
    expect((await read(a.id)).state).toBe('published');
  });

  it('refuses what stays when it is retired, unknown, or of another subdistrict', async () => {
    const double = await given();
    const retired = await given({ state: 'retired', retiredAt: '2026-01-01T00:00:00.000Z' });
    const foreign = await given({ subdistrict: LIANGCHENG });
    expect((await merge(double, retired.id)).status).toBe(409);
    expect((await merge(double, foreign.id)).status).toBe(403);
    expect((await merge(double, '01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404);
    expect((await read(double.id)).version).toBe(1);
  });

  it('merges two places into one another at the same time only one way', async () => {
    for (let time = 1; time <= 5; time++) {
      const [a, b] = [await given(), await given()];
      const answers = await Promise.all([merge(a, b.id), merge(b, a.id)]);
      const statuses = answers.map(({ status = 500 }) => status).sort();
      expect(statuses).toEqual([200, expect.toSatisfy((status: number) => [409, 412].includes(status))]);
      const states = [(await read(a.id)).state, (await read(b.id)).state].sort();
      expect(states).toEqual(['published', 'retired']);
    }
  });
});

it('leaves the counts at what stands on the map, after all of it', async () => {
  expect(await counts()).toEqual(await recount());
});

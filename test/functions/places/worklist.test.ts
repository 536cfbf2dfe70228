import { describe, expect, it } from 'vitest';
import { listOpenSigns, moveRiderSigns, saveSign } from '../../../functions/store/confirmations.ts';
import type { ConfirmationKind } from '../../../shared/confirmation/confirmation.ts';
import type { Place } from '../../../shared/place/place.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { WorkItem, WorkReason } from '../../../shared/place/work-item.ts';
import { HUAYANG, LIANGCHENG, staffOffice } from '../../support/staff-office.ts';

const { ask, change, given, history, read } = staffOffice();

type Work = { items: WorkItem[]; counts: Record<WorkReason, number> };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const kept = (more: Partial<Place> = {}) => given({ verifiedAt: daysAgo(1), verifiedBy: 'staff', ...more });

const work = async (
  query: Record<string, string> = {},
  who: Parameters<typeof ask>[0] = 'staff',
): Promise<Work> => (await ask(who, 'listWork', { query: { subdistrict: HUAYANG, ...query } })).json();

const tap = async (place: Place, kind: ConfirmationKind, caller = `rider-${Math.random()}`) => {
  await saveSign(place, { kind, caller, now: new Date() });
  await moveRiderSigns(place.id, kind, new Date());
};

describe('the worklist', () => {
  it('names why each place stands on it, the oldest matter first, and counts every reason', async () => {
    await kept();
    const stale = await given({ verifiedAt: daysAgo(200), verifiedBy: 'staff', grid: 'A' });
    const broken = await kept({ amenities: [{ code: 'seats', state: 'broken', brokenSince: daysAgo(40) }] });
    const unverified = await given({ createdAt: daysAgo(5), grid: 'B' });
    const locked = await kept({ grid: 'A' });
    await tap(locked, 'door_locked');
    await tap(locked, 'door_locked');
    await tap(locked, 'still_there');
    const { items, counts } = await work();
    expect(items.map(({ place }) => place.id)).toEqual([broken.id, stale.id, unverified.id, locked.id]);
    expect(items[3]).toMatchObject({
      reasons: ['signs'],
      signs: { door_locked: 2, wrong_information: 0 },
      place: { openSigns: 2 },
    });
    expect(counts).toEqual({
      signs: 1,
      broken_equipment: 1,
      stale: 1,
      unverified: 1,
      expiring: 0,
      suspension_over: 0,
    });
    const ofReason = await work({ reason: 'stale' });
    expect(ofReason.items.map(({ place }) => place.id)).toEqual([stale.id]);
    expect(ofReason.counts).toEqual(counts);
    expect((await work({ grid: 'A' })).items.map(({ place }) => place.id)).toEqual([stale.id, locked.id]);
    const ofGrid = await work({}, 'gridStaff');
    expect(ofGrid.items.map(({ place }) => place.id)).toEqual([broken.id, stale.id, locked.id]);
    expect(ofGrid.counts.unverified).toBe(0);
  });

  it('is not for staff of elsewhere, and shows them nothing of here', async () => {
    expect((await ask('elsewhere', 'listWork', { query: { subdistrict: HUAYANG } })).status).toBe(403);
    expect((await ask('gridStaff', 'listWork', { query: { subdistrict: HUAYANG, grid: 'B' } })).status).toBe(
      403,
    );
    expect((await work({ subdistrict: LIANGCHENG }, 'elsewhere')).items).toEqual([]);
  });
});

describe('verifying on the spot', () => {
  it('makes the place true as of now by staff, and settles what riders had said', async () => {
    const place = await given();
    await tap(place, 'door_locked');
    await tap(place, 'still_there');
    const answer = await change('staff', 'verifyPlace', place);
    const after = answer.json<PlaceRecord>();
    expect(after).toMatchObject({ verifiedBy: 'staff', openSigns: 0, version: 2 });
    expect(Date.now() - Date.parse(after.verifiedAt ?? '')).toBeLessThan(60_000);
    expect(after.riderSigns).toEqual({ stillThereAt: expect.any(String) });
    expect((await listOpenSigns(HUAYANG, new Date())).filter((sign) => sign.place === place.id)).toEqual([]);
    expect((await history(place.id))[0]).toMatchObject({ reason: 'verified' });
  });

  it('settles the signs of a crowd that one transaction could not hold', async () => {
    const place = await given();
    for (let rider = 0; rider < 130; rider++) {
      const now = new Date(daysAgo(rider % 13));
      await saveSign(place, { kind: 'wrong_information', caller: `${rider}`, now });
    }
    expect((await read(place.id)).openSigns).toBe(130);
    expect((await change('staff', 'verifyPlace', place)).json()).toMatchObject({ openSigns: 0 });
  });
});

describe('settling riders’ signs from the desk', () => {
  it('closes them without saying that somebody was there, and without a version to name', async () => {
    const place = await given({ verifiedAt: daysAgo(90), verifiedBy: 'staff' });
    await tap(place, 'wrong_information');
    const settle = (outcome: string) =>
      ask('staff', 'settleConfirmations', { params: { id: place.id }, body: { outcome } });
    expect((await settle('dismissed')).json()).toMatchObject({
      openSigns: 0,
      verifiedAt: place.verifiedAt,
      version: 2,
    });
    expect((await read(place.id)).riderSigns).toBeUndefined();
    expect((await history(place.id)).map(({ reason }) => reason)).toEqual(['signs_dismissed', 'test']);
    expect((await settle('checked')).json()).toMatchObject({ version: 2 });
    expect(await history(place.id)).toHaveLength(2);
  });
});

import { ulid } from 'ulid';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { handler } from '../../../functions/places/index.ts';
import {
  listOpenSigns,
  moveRiderSigns,
  settleSignOperations,
} from '../../../functions/store/confirmations.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { saveTogether } from '../../../functions/store/save-together.ts';
import { listTileFeatures } from '../../../functions/store/tile-features.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { ConfirmationKind } from '../../../shared/confirmation/confirmation.ts';
import { tileOf } from '../../../shared/geo/tile.ts';
import type { Place } from '../../../shared/place/place.ts';
import { askFunction } from '../../support/ask-function.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const HOUR = 3_600_000;

const given = async (more: Partial<Place> = {}): Promise<Place> => {
  const place = samplePlace(more);
  await saveTogether([{ after: place, change }], { newId: ulid });
  return place;
};
/** A crowd is in front of each door: so many taps of one address would be too many. */
const addressAt = (id: string) => `203.0.113.${(id.charCodeAt(25) * 7 + id.charCodeAt(24)) % 250}`;
const tap = (
  { id }: Place,
  kind: ConfirmationKind,
  { by, address = addressAt(id) }: { by?: SignedInPerson; address?: string } = {},
) => ask('confirmPlace', { params: { id }, body: { kind }, address, ...(by && { headers: by.headers }) });
const openOf = async ({ id, subdistrict }: Place) =>
  (await listOpenSigns(subdistrict, new Date())).filter(({ place }) => place === id);
const at = (moment: string) => {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
};

describe('a tap in front of the door', () => {
  it('is taken from anybody, waits for the staff, and is seen on the map', async () => {
    const place = await given();
    const answer = await tap(place, 'door_locked');
    expect([answer.status, answer.json()]).toEqual([201, { received: true }]);
    const [sign] = await openOf(place);
    expect(sign).toMatchObject({ kind: 'door_locked', place: place.id });
    expect((await findPlace(place.id))?.riderSigns).toEqual({ doorLockedAt: sign?.at });
    const shown = (await listTileFeatures(tileOf(place.position))).find(({ id }) => id === place.id);
    expect(shown?.properties.riderSigns).toEqual({ doorLockedAt: sign?.at });
  });

  it('counts once for each kind, caller, place and day', async () => {
    const [place, next] = [await given(), await given()];
    const rider = await signedIn();
    for (const by of [undefined, undefined, rider, rider]) {
      expect((await tap(place, 'door_locked', by && { by })).status).toBe(201);
    }
    await tap(place, 'wrong_information');
    await tap(next, 'door_locked');
    await tap(place, 'door_locked', { address: '203.0.113.2' });
    expect((await openOf(place)).map(({ kind }) => kind).sort()).toEqual([
      'door_locked',
      'door_locked',
      'door_locked',
      'wrong_information',
    ]);
    expect(await openOf(next)).toHaveLength(1);
  });

  it('is the tap of one network, however many of its IPv6 addresses it uses', async () => {
    const place = await given();
    await tap(place, 'door_locked', { address: '2001:db8:1:2::1' });
    await tap(place, 'door_locked', { address: '2001:db8:1:2:ffff::9' });
    expect(await openOf(place)).toHaveLength(1);
  });

  it('that finds it there asks for nobody’s work', async () => {
    const place = await given();
    await tap(place, 'still_there');
    expect(await openOf(place)).toEqual([]);
    expect((await findPlace(place.id))?.riderSigns?.stillThereAt).toBeDefined();
  });

  it('keeps nothing from which it could be told who tapped', async () => {
    const place = await given();
    const rider = await signedIn();
    await tap(place, 'door_locked', { by: rider });
    await tap(place, 'wrong_information', { address: '198.51.100.77' });
    const kept = JSON.stringify(await openOf(place));
    expect(kept).not.toContain(rider.person.id);
    expect(kept).not.toContain('198.51.100.77');
  });

  it('is not taken for a place that is not on the map', async () => {
    for (const state of ['draft', 'retired'] as const) {
      expect((await tap(await given({ state }), 'door_locked')).status).toBe(404);
    }
    expect((await tap(samplePlace(), 'door_locked')).status).toBe(404);
  });

  it('leaves the worklist when it is settled', async () => {
    const place = await given();
    await tap(place, 'door_locked');
    await transact(settleSignOperations(await openOf(place)));
    expect(await openOf(place)).toEqual([]);
  });

  it('fills nobody’s worklist, however many addresses it comes from: twenty of a place and day wait', async () => {
    const [place, next] = [await given(), await given()];
    at('2026-11-21T02:00:00.000Z');
    for (let host = 0; host < 25; host++) {
      const answer = await tap(place, 'door_locked', { address: `2001:db8:0:${host}::1` });
      expect(answer.status).toBe(201);
    }
    expect(await openOf(place)).toHaveLength(20);
    // A tap that is repeated takes the place of nobody’s complaint.
    for (let again = 0; again < 9; again++) await tap(next, 'door_locked', { address: '2001:db8:1::1' });
    expect(await openOf(next)).toHaveLength(1);
    at('2026-11-22T02:00:00.000Z');
    await tap(place, 'door_locked', { address: '2001:db8:2::1' });
    expect(await openOf(place)).toHaveLength(21);
  });

  it('counts again on the next day of Shanghai', async () => {
    const place = await given();
    at('2026-11-20T15:59:00.000Z');
    await tap(place, 'door_locked');
    at('2026-11-20T16:01:00.000Z');
    await tap(place, 'door_locked');
    expect(await openOf(place)).toHaveLength(2);
  });
});

describe('what a place tells of taps', () => {
  it('moves once an hour for each kind, without a new version', async () => {
    const place = await given();
    const start = new Date('2026-11-20T02:00:00.000Z');
    const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
    await moveRiderSigns(place.id, 'door_locked', start);
    await moveRiderSigns(place.id, 'door_locked', later(HOUR - 1));
    await moveRiderSigns(place.id, 'still_there', later(HOUR - 1));
    expect(await findPlace(place.id)).toMatchObject({
      version: 1,
      riderSigns: { doorLockedAt: start.toISOString(), stillThereAt: later(HOUR - 1).toISOString() },
    });
    await moveRiderSigns(place.id, 'door_locked', later(HOUR));
    expect((await findPlace(place.id))?.riderSigns?.doorLockedAt).toBe(later(HOUR).toISOString());
  });

  it('disturbs nobody who is changing the place', async () => {
    const before = await given();
    await tap(before, 'door_locked');
    const after = { ...before, phone: '021-1', version: 2 };
    await saveTogether([{ before, after, change }], { newId: ulid });
    expect(await findPlace(before.id)).toMatchObject({ phone: '021-1', version: 2 });
  });

  it('loses neither of two different taps at once', async () => {
    const place = await given();
    await Promise.all([
      tap(place, 'door_locked'),
      tap(place, 'wrong_information'),
      tap(place, 'still_there'),
    ]);
    expect(Object.keys((await findPlace(place.id))?.riderSigns ?? {})).toHaveLength(3);
  });
});

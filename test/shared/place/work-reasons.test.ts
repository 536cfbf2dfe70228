import { describe, expect, it } from 'vitest';
import type { Place } from '../../../shared/place/place.ts';
import { type OpenSigns, workReasons } from '../../../shared/place/work-reasons.ts';
import { samplePlace } from '../../support/sample-place.ts';

const NOW = new Date('2026-11-20T02:00:00.000Z');
const DAY = 86_400_000;
const daysAgo = (days: number, milliseconds = 0) =>
  new Date(NOW.getTime() - days * DAY - milliseconds).toISOString();

const kept = (more: Partial<Place> = {}) =>
  samplePlace({ verifiedAt: daysAgo(1), verifiedBy: 'staff', ...more });
const reasons = (place: Place, signs: OpenSigns = { counts: {} }, now = NOW) =>
  workReasons(place, signs, now).map(({ reason }) => reason);

describe('why somebody should look after a place', () => {
  it('finds nothing wrong with one that is kept', () => {
    expect(reasons(kept())).toEqual([]);
  });

  it('is stale after 181 whole days, not within the day before', () => {
    expect(reasons(kept({ verifiedAt: daysAgo(181, -1) }))).toEqual([]);
    expect(workReasons(kept({ verifiedAt: daysAgo(181) }), { counts: {} }, NOW)).toEqual([
      { reason: 'stale', since: NOW.toISOString() },
    ]);
  });

  it('is unverified, not stale, when nobody ever was there', () => {
    const place = samplePlace();
    expect(workReasons(place, { counts: {} }, NOW)).toEqual([
      { reason: 'unverified', since: place.createdAt },
    ]);
  });

  it('has broken equipment since the first of it failed', () => {
    const place = kept({
      amenities: [
        { code: 'microwave', state: 'broken', brokenSince: daysAgo(2) },
        { code: 'fridge', state: 'broken', brokenSince: daysAgo(9) },
        { code: 'seats', state: 'working' },
      ],
    });
    expect(workReasons(place, { counts: {} }, NOW)).toEqual([
      { reason: 'broken_equipment', since: daysAgo(9) },
    ]);
    const undated = kept({ amenities: [{ code: 'seats', state: 'broken' }] });
    expect(workReasons(undated, { counts: {} }, NOW)).toEqual([
      { reason: 'broken_equipment', since: undefined },
    ]);
  });

  it('expires from midnight in Shanghai, thirty days before the day of its confirmation, and stays so when it is past', () => {
    const place = kept({ confirmBy: '2026-12-20' });
    expect(reasons(place, undefined, new Date('2026-11-19T15:59:59.999Z'))).toEqual([]);
    expect(reasons(place, undefined, new Date('2026-11-19T16:00:00.000Z'))).toEqual(['expiring']);
    expect(reasons(kept({ confirmBy: '2026-01-01' }))).toEqual(['expiring']);
  });

  it('has its suspension over from the very moment of its end', () => {
    const closed = (until?: string) =>
      kept({ state: 'suspended', suspension: { reason: '装修', ...(until && { until }) } });
    expect(reasons(closed(daysAgo(0, -1)))).toEqual([]);
    expect(reasons(closed(daysAgo(0)))).toEqual(['suspension_over']);
    expect(reasons(closed())).toEqual([]);
  });

  it('takes complaints for signs, and not that it is still there', () => {
    expect(reasons(kept(), { counts: { still_there: 9 } })).toEqual([]);
    expect(reasons(kept(), { counts: { door_locked: 1 }, since: daysAgo(1) })).toEqual(['signs']);
    expect(reasons(kept(), { counts: { wrong_information: 1 } })).toEqual(['signs']);
  });

  it('asks nothing of what is closed for now but signs, dates and its end', () => {
    const place = samplePlace({
      state: 'suspended',
      suspension: { reason: '装修' },
      amenities: [{ code: 'seats', state: 'broken' }],
    });
    expect(reasons(place, { counts: { door_locked: 1 } })).toEqual(['signs']);
  });

  it('asks nothing of what is not on the map', () => {
    for (const state of ['draft', 'retired'] as const)
      expect(
        reasons(samplePlace({ state, confirmBy: '2026-01-01' }), { counts: { door_locked: 3 } }),
      ).toEqual([]);
  });
});

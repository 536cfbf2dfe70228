import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfTime, reminderDue } from '../../../shared/place/yearly-confirmation.ts';
import { samplePlace } from '../../support/sample-place.ts';

const OWNER = '01JD0000000000000000000000';
const place = samplePlace({ owner: OWNER, confirmBy: '2026-12-20' });

/** A moment by the clock of Shanghai. */
const at = (local: string) => new Date(`${local}+08:00`);
const stageAt = (local: string, given = place) => reminderDue(given, at(local))?.stage;

describe('reminderDue', () => {
  it('reminds from midnight in Shanghai 30, 7 and 0 days before the last day, each time under its own name', () => {
    const borders: [string, number | undefined][] = [
      ['2026-11-19T23:59:59', undefined],
      ['2026-11-20T00:00:00', 30],
      ['2026-12-12T23:59:59', 30],
      ['2026-12-13T00:00:00', 7],
      ['2026-12-19T23:59:59', 7],
      ['2026-12-20T00:00:00', 0],
      ['2026-12-20T23:59:59', 0],
      ['2026-12-21T00:00:00', undefined],
    ];
    expect(borders.map(([moment]) => [moment, stageAt(moment)])).toEqual(borders);
  });

  it('says how many days are left in truth, and skips what a standstill has overtaken', () => {
    expect(reminderDue(place, at('2026-12-15T12:00:00'))).toEqual({
      stage: 7,
      daysLeft: 5,
      confirmBy: '2026-12-20',
    });
  });

  it('reminds nobody of a place without an owner, without a last day, or off the map', () => {
    const { owner, ...unowned } = place;
    const { confirmBy, ...undated } = place;
    for (const given of [unowned, undated, { ...place, state: 'retired' }, { ...place, state: 'draft' }]) {
      expect(stageAt('2026-12-20T12:00:00', given as typeof place)).toBeUndefined();
    }
    expect(stageAt('2026-12-20T12:00:00', { ...place, state: 'suspended' })).toBe(0);
  });
});

describe('changeOfTime', () => {
  const paused = (until: string, by?: 'owner' | 'overdue') =>
    samplePlace({
      state: 'suspended',
      suspension: { reason: '装修', until: at(until).toISOString(), ...(by && { by }) },
    });

  it('ends an owner’s pause at its very moment', () => {
    const given = paused('2026-11-20T18:00:00', 'owner');
    expect(changeOfTime(given, at('2026-11-20T17:59:59'))).toBeUndefined();
    const { suspension, ...open } = given;
    expect(changeOfTime(given, at('2026-11-20T18:00:00'))).toEqual({
      after: { ...open, state: 'published' },
      reason: 'pause_over',
    });
  });

  it('ends no closure by staff or of an overdue place, and none without an end', () => {
    const later = at('2027-11-20T18:00:00');
    expect(changeOfTime(paused('2026-11-20T18:00:00'), later)).toBeUndefined();
    expect(changeOfTime(paused('2026-11-20T18:00:00', 'overdue'), later)).toBeUndefined();
    const endless = samplePlace({ state: 'suspended', suspension: { reason: '装修', by: 'owner' } });
    expect(changeOfTime(endless, later)).toBeUndefined();
  });

  it('closes what was not confirmed when its last day in Shanghai is over, and not a second before', () => {
    expect(changeOfTime(place, at('2026-12-20T23:59:59'))).toBeUndefined();
    expect(changeOfTime(place, at('2026-12-21T00:00:00'))).toMatchObject({
      after: { state: 'suspended', suspension: { by: 'overdue' } },
      reason: 'confirmation_overdue',
    });
  });

  it('closes an overdue place whose pause ends, without opening it in between', () => {
    const given = { ...paused('2026-12-21T08:00:00', 'owner'), confirmBy: '2026-12-20' };
    expect(changeOfTime(given, at('2026-12-21T07:00:00'))).toBeUndefined();
    expect(changeOfTime(given, at('2026-12-21T08:00:00'))).toMatchObject({
      after: { state: 'suspended', suspension: { by: 'overdue' } },
    });
  });

  it('has nothing left to do right after it was done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 1440 }), fc.boolean(), (minutes, isPaused) => {
        const now = new Date(at('2026-11-20T00:00:00').getTime() + minutes * 60_000);
        const given = isPaused
          ? { ...paused('2026-12-01T00:00:00', 'owner'), confirmBy: '2026-12-20' }
          : place;
        const changed = changeOfTime(given, now);
        return !changed || changeOfTime(changed.after, now) === undefined;
      }),
    );
  });
});

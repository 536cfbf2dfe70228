import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { facilitiesOfClass, openFacilities } from '../../../shared/coverage/open-facilities.ts';
import type { DayHours, Schedule } from '../../../shared/place/schedule.ts';
import { facility } from '../../support/sample-ground.ts';

const daily = (...hours: DayHours): Schedule => ({
  week: [hours, hours, hours, hours, hours, hours, hours],
  publicHolidays: 'same_as_sunday',
});

const facilities = [
  facility('day', [-500, 0], { state: 'published', schedule: daily([540, 1200]) }),
  facility('night', [500, 0], { state: 'published', schedule: daily([1080, 1560]) }),
  facility('nobody-knows', [0, 400], { state: 'published' }),
  facility('closed', [0, -400], {
    state: 'suspended',
    suspension: { reason: '装修' },
    schedule: daily([0, 1440]),
  }),
  facility('draft', [0, 0], { state: 'draft' }),
  facility('thought-of', [-700, 300]),
];

/** A Wednesday in Shanghai. */
const hour = (time: string) => new Date(`2026-11-18T${time}:00+08:00`);

const idsAt = (time: string) => {
  const own = facilitiesOfClass(facilities, 'canteen');
  const { open, unknown } = openFacilities(own, hour(time), ANNOUNCED_HOLIDAYS);
  return { open: open.map(({ id }) => id), unknown: unknown.map(({ id }) => id) };
};

describe('openFacilities', () => {
  it('counts what is open at the minute, past midnight too, and names what nobody knows', () => {
    expect(idsAt('12:00')).toEqual({ open: ['day', 'thought-of'], unknown: ['nobody-knows'] });
    expect(idsAt('19:59').open).toEqual(['day', 'night', 'thought-of']);
    expect(idsAt('20:00').open).toEqual(['night', 'thought-of']);
    expect(idsAt('01:59').open).toEqual(['night', 'thought-of']);
    expect(idsAt('02:00').open).toEqual(['thought-of']);
  });

  it('without a moment counts what is there, be it suspended, and no draft', () => {
    expect(facilitiesOfClass(facilities, 'canteen').map(({ id }) => id)).toEqual([
      'day',
      'night',
      'nobody-knows',
      'closed',
      'thought-of',
    ]);
    expect(facilitiesOfClass(facilities, 'meals')).toHaveLength(5);
    expect(facilitiesOfClass(facilities, 'park')).toHaveLength(0);
  });
});

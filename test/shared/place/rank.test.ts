import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Place } from '../../../shared/place/place.ts';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { nearestOpen, rankPlaces, type Wanted } from '../../../shared/place/rank.ts';
import type { DayHours, Schedule } from '../../../shared/place/schedule.ts';
import { samplePlace } from '../../support/sample-place.ts';

const ORIGIN: Position = [121.4165, 31.2185];
const FRIDAY_10_42 = new Date('2026-11-20T10:42:00+08:00');
const NOTHING: Wanted = {
  kinds: [],
  categories: [],
  amenities: [],
  roundTheClock: false,
  openNow: false,
  query: '',
};

/** A place `meters` east of the origin: one degree of longitude is 95.2 km there. */
const placeAt = (meters: number, given: Partial<Place> = {}) =>
  placeFeature(samplePlace({ position: [ORIGIN[0] + meters / 95_200, ORIGIN[1]], ...given }));

const everyDay = (hours: DayHours): Schedule => ({
  week: [hours, hours, hours, hours, hours, hours, hours],
  publicHolidays: 'same_as_sunday',
});

const rank = (places: ReturnType<typeof placeAt>[], wanted: Partial<Wanted> = {}, now = FRIDAY_10_42) =>
  rankPlaces(places, { ...NOTHING, ...wanted }, { origin: ORIGIN, now, holidays: ANNOUNCED_HOLIDAYS });

describe('rankPlaces', () => {
  it('puts the nearest first, with great-circle metres and minutes on foot', () => {
    const ranked = rank([placeAt(600, { name: 'far' }), placeAt(200, { name: 'near' })]);
    expect(ranked.map(({ place }) => place.properties.name)).toEqual(['near', 'far']);
    expect(ranked[0]?.distanceMeters).toBeGreaterThan(199);
    expect(ranked[0]?.distanceMeters).toBeLessThan(201);
    expect(ranked[0]?.walkMinutes).toBe(5);
  });

  it('keeps one order among places at the same spot, whatever order they come in', () => {
    const places = [placeAt(100), placeAt(100), placeAt(100)];
    const forwards = rank(places).map(({ place }) => place.id);
    const backwards = rank([...places].reverse()).map(({ place }) => place.id);
    expect(backwards).toEqual(forwards);
  });

  it('leaves out what is closed, suspended or of unknown hours when only open places are wanted', () => {
    const places = [
      placeAt(100, { name: 'closed', schedule: everyDay([[1200, 1260]]) }),
      placeAt(200, { name: 'suspended', state: 'suspended', suspension: { reason: '装修' } }),
      placeAt(300, { name: 'unknown', schedule: undefined as never }),
      placeAt(400, { name: 'open' }),
    ];
    const names = (wanted: Partial<Wanted>) => rank(places, wanted).map(({ place }) => place.properties.name);
    expect(names({ openNow: true })).toEqual(['open']);
    expect(names({})).toEqual(['closed', 'suspended', 'unknown', 'open']);
  });

  it('takes an amenity that is out of order for missing', () => {
    const places = [
      placeAt(100, { amenities: [{ code: 'microwave', state: 'broken' }] }),
      placeAt(200, { name: 'works', amenities: [{ code: 'microwave', state: 'working' }] }),
    ];
    expect(rank(places, { amenities: ['microwave'] }).map(({ place }) => place.properties.name)).toEqual([
      'works',
    ]);
  });

  it('sees a place close although it remembers what it saw a minute ago', () => {
    const places = [placeAt(100)];
    const statusAt = (time: string) =>
      rank(places, {}, new Date(`2026-11-20T${time}+08:00`))[0]?.openState.status;
    expect(['19:20', '19:59', '20:00'].map(statusAt)).toEqual(['open', 'closing_soon', 'closed']);
  });

  it('does not take a suspended place for open because another one with the same hours is', () => {
    const schedule = everyDay([[480, 1200]]);
    const suspension = { reason: '装修' };
    const places = [placeAt(100, { schedule }), placeAt(200, { schedule, state: 'suspended', suspension })];
    expect(rank(places).map(({ openState }) => openState.status)).toEqual(['open', 'closed']);
  });

  it('says with which confidence each place can be walked to', () => {
    const [ranked] = rank([placeAt(100, { verifiedAt: '2026-11-20T00:00:00.000Z', verifiedBy: 'check_in' })]);
    expect(ranked?.confidence.level).toBe('likely');
    expect(ranked?.confidence.reasons.map(({ code }) => code)).toContain('verified');
  });
});

describe('nearestOpen', () => {
  const closingIn = (minutes: number) => everyDay([[480, 10 * 60 + 42 + minutes]]);

  it('passes over what closes before one is there', () => {
    const ranked = rank([
      placeAt(400, { name: 'closes on the way', schedule: closingIn(8) }),
      placeAt(700, { name: 'stays open' }),
    ]);
    expect(nearestOpen(ranked, FRIDAY_10_42)?.place.properties.name).toBe('stays open');
  });

  it('takes what closes soon when there is time to reach it', () => {
    const ranked = rank([placeAt(100, { name: 'near', schedule: closingIn(8) }), placeAt(700)]);
    expect(nearestOpen(ranked, FRIDAY_10_42)?.place.properties.name).toBe('near');
  });

  it('still names the nearest open one when everything closes too early', () => {
    const ranked = rank([placeAt(900, { name: 'only one', schedule: closingIn(5) })]);
    expect(nearestOpen(ranked, FRIDAY_10_42)?.place.properties.name).toBe('only one');
  });

  it('finds nothing where nothing is open', () => {
    const ranked = rank([placeAt(100, { schedule: everyDay([]) })]);
    expect(nearestOpen(ranked, FRIDAY_10_42)).toBeUndefined();
  });
});

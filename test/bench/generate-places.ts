import { ulid } from 'ulid';
import type { Position } from '../../shared/geo/position.ts';
import { kindOf } from '../../shared/place/kind.ts';
import type { Place } from '../../shared/place/place.ts';
import type { DayHours, Schedule, Week } from '../../shared/place/schedule.ts';
import { searchKey } from '../../shared/place/search-key.ts';
import { AMENITIES, BLOCKS, CATEGORIES, ROADS, SCHEDULES } from './place-words.ts';

/** As dense as the rider-friendly places of a central district; the box grows with the number of places. */
const PLACES_PER_SQUARE_KILOMETER = 28;

const CENTER: Position = [121.4737, 31.2304];
const KILOMETERS_PER_DEGREE = 111.195;

/** Everything was written before this moment; ages are counted back from it. */
const WRITTEN_AT = Date.parse('2026-11-20T00:00:00Z');
const DAY = 86_400_000;

/** Numbers in [0, 1), the same ones for the same seed (mulberry32, public domain). */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The edge of the square that holds `count` places, in kilometres. */
export const edgeKilometers = (count: number): number => Math.sqrt(count / PLACES_PER_SQUARE_KILOMETER);

/** A position in the square of `count` places, at least `marginKilometers` from its edge. */
export const randomPosition = (random: () => number, count: number, marginKilometers = 0): Position => {
  const edge = edgeKilometers(count) - 2 * marginKilometers;
  const east = (random() - 0.5) * edge;
  const north = (random() - 0.5) * edge;
  const shrink = Math.cos((CENTER[1] * Math.PI) / 180);
  return [
    round(CENTER[0] + east / (KILOMETERS_PER_DEGREE * shrink)),
    round(CENTER[1] + north / KILOMETERS_PER_DEGREE),
  ];
};

/** `count` made-up places around the middle of Shanghai, the same at every call. */
export function* generatePlaces(count: number): Generator<Place> {
  const random = randomNumbers(count);
  for (let index = 0; index < count; index++) yield makePlace(random, count, index + 1);
}

const makePlace = (random: () => number, count: number, markerId: number): Place => {
  const position = randomPosition(random, count);
  const { category, name: ending } = pickCategory(random());
  const road = pick(ROADS, random);
  const name = `${pick(BLOCKS, random)}${road}${ending}`;
  const address = `${road}${1 + Math.floor(random() * 1800)}号`;
  const schedule = shifted(pick(SCHEDULES, random), pick([-60, -30, 0, 0, 30], random));
  const isSuspended = random() < 0.02;
  const ageDays = random() * 300;
  const writtenAt = new Date(WRITTEN_AT - ageDays * DAY).toISOString();
  const place = {
    subdistrict: subdistrictOf(position),
    name,
    address,
    category,
    ...(category === 'nuanxin_nest' && { tier: pick(['hub', 'grid', 'micro', 'micro'] as const, random) }),
    position,
    accuracyMeters: 30,
    givenPosition: { crs: 'wgs84' as const, position },
    ...(schedule && { schedule }),
    amenities: AMENITIES.filter((_, rank) => random() < 0.75 / (1 + rank * 0.35)).map((code) => ({
      code,
      state: random() < 0.05 ? ('broken' as const) : ('working' as const),
    })),
    ...(random() < 0.85 && {
      verifiedAt: writtenAt,
      verifiedBy: pick(['staff', 'merchant', 'check_in'] as const, random),
    }),
    illustrative: true,
    source: { name: '性能测试', externalId: `bench-${markerId}` },
  };
  return {
    ...place,
    id: ulid(Math.floor(WRITTEN_AT - ageDays * DAY), random),
    markerId,
    kind: kindOf(category),
    state: isSuspended ? 'suspended' : 'published',
    ...(isSuspended && { suspension: { reason: '内部装修' } }),
    searchKey: searchKey(place),
    createdAt: writtenAt,
    updatedAt: writtenAt,
    version: 1,
  };
};

/** The same hours a little earlier or later: among a hundred places some forty different weeks, as in a street. */
const shifted = (schedule: Schedule | undefined, minutes: number): Schedule | undefined => {
  if (schedule === undefined || schedule.week[0][0]?.[0] === 0) return schedule;
  const shiftedDay = (hours: DayHours): DayHours => hours.map(([from, to]) => [from + minutes, to + minutes]);
  return { ...schedule, week: schedule.week.map(shiftedDay) as Week };
};

const SHARES = CATEGORIES.reduce((sum, { share }) => sum + share, 0);

const pickCategory = (chance: number): (typeof CATEGORIES)[number] => {
  let left = chance * SHARES;
  for (const entry of CATEGORIES) {
    left -= entry.share;
    if (left < 0) return entry;
  }
  return CATEGORIES[0]!;
};

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** Two kilometres square each, so that one has a hundred places or so. */
const subdistrictOf = ([lng, lat]: Position): string => {
  const column = Math.floor((lng - 120.8) / 0.021);
  const row = Math.floor((lat - 30.6) / 0.018);
  return `3101${String(column).padStart(2, '0')}${String(row).padStart(3, '0')}`;
};

/** Six decimals, a tenth of a metre, as a phone or a map gives them. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

import type { HolidayTable } from '../calendar/holidays.ts';
import { distanceMeters, walkMinutes } from '../geo/distance.ts';
import type { Position } from '../geo/position.ts';
import type { AmenityCode } from './amenity.ts';
import { arrivalConfidence } from './arrival-confidence.ts';
import type { Confidence } from './confidence.ts';
import type { OpenState } from './open-state.ts';
import { type PlaceFilter, placeMatcher } from './place-filter.ts';
import { isOpen, placeOpenState } from './place-open-state.ts';
import type { PlaceFeature, PlaceSummary } from './place-summary.ts';
import type { Schedule } from './schedule.ts';

/** What someone looks for, and whether it has to be open. */
export type Wanted = PlaceFilter & { openNow: boolean };

/** From where and when places are looked at. */
export type Standpoint = { origin: Position; now: Date; holidays: HolidayTable };

/** A place as someone sees it from where they stand, now. */
export type RankedPlace = {
  place: PlaceFeature;
  /** Great circle. */
  distanceMeters: number;
  walkMinutes: number;
  openState: OpenState;
  confidence: Confidence;
};

/** What is wanted of the places, nearest first; at equal distance in the order of their ids. */
export function rankPlaces(
  places: readonly PlaceFeature[],
  wanted: Wanted,
  standpoint: Standpoint,
): RankedPlace[] {
  const matches = placeMatcher(wanted);
  return places
    .filter(({ properties }) => matches(properties))
    .map((place) => viewFrom(place, wanted.amenities, standpoint))
    .filter((ranked) => !wanted.openNow || isOpen(ranked.openState))
    .sort((a, b) => a.distanceMeters - b.distanceMeters || (a.place.id < b.place.id ? -1 : 1));
}

/**
 * The one place to walk to among ranked ones: the nearest that is open and still will be on arrival. Where all
 * close before that, the nearest open one; undefined when nothing is open.
 */
export function nearestOpen(ranked: readonly RankedPlace[], now: Date): RankedPlace | undefined {
  const open = ranked.filter(({ openState }) => isOpen(openState));
  return open.find((place) => isOpenOnArrival(place, now)) ?? open[0];
}

const isOpenOnArrival = (
  { openState: { closesAt }, walkMinutes: minutes }: RankedPlace,
  now: Date,
): boolean => closesAt === undefined || Date.parse(closesAt) - now.getTime() > minutes * 60_000;

/**
 * One place seen from a standpoint. `amenities` are those that were asked for. The confidence is worked out when
 * it is first read: of thousands of ranked places people see a few.
 */
export function viewFrom(
  place: PlaceFeature,
  amenities: readonly AmenityCode[],
  { origin, now, holidays }: Standpoint,
): RankedPlace {
  const meters = distanceMeters(origin, place.geometry.coordinates);
  const state = openStateSeen(place.properties, now, holidays);
  let confidence: Confidence | undefined;
  return {
    place,
    distanceMeters: meters,
    walkMinutes: walkMinutes(meters),
    openState: state,
    get confidence() {
      confidence ??= arrivalConfidence({ ...place.properties, openState: state, wanted: amenities }, now);
      return confidence;
    },
  };
}

type Seen = { minute: number; holidays: HolidayTable; state: OpenState };

/** The last state of each schedule: hours count in minutes, and a map is ranked anew at every movement. */
const lastSeen = new WeakMap<Schedule, Seen>();

/** `placeOpenState`, remembered for every schedule object while minute and holidays stay the same. */
export function openStateSeen(place: PlaceSummary, now: Date, holidays: HolidayTable): OpenState {
  // What is closed for the time being depends on its own dates, not on the hours alone.
  const schedule = place.state === 'published' ? place.schedule : undefined;
  const minute = Math.floor(now.getTime() / 60_000);
  const before = schedule && lastSeen.get(schedule);
  if (before?.minute === minute && before.holidays === holidays) return before.state;
  const state = placeOpenState(place, now, holidays);
  if (schedule) lastSeen.set(schedule, { minute, holidays, state });
  return state;
}

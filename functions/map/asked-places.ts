import type { PlaceFilters } from '../../shared/api/queries.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import type { OpenState } from '../../shared/place/open-state.ts';
import { placeMatcher } from '../../shared/place/place-filter.ts';
import { isOpen, type Openable, placeOpenState } from '../../shared/place/place-open-state.ts';
import type { PlaceSummary } from '../../shared/place/place-summary.ts';
import type { Schedule } from '../../shared/place/schedule.ts';

/** A request's filters as questions that can be asked of a place. */
export type AskedPlaces = {
  /** What does not depend on the hour. */
  matches: (place: { properties: PlaceSummary }) => boolean;
  /** The moment the request asks about, if it asks for what is open. */
  openAt: Date | undefined;
};

/** The filters of a request; `now` is what `openAt=now` means. */
export const askedPlaces = (filters: PlaceFilters, now: Date): AskedPlaces => {
  const { kind = [], category = [], amenities = [], q = '', openAt } = filters;
  const matches = placeMatcher({
    kinds: kind,
    categories: category,
    amenities,
    roundTheClock: false,
    query: q,
  });
  return {
    matches: ({ properties }) => matches(properties),
    openAt: openAt === undefined ? undefined : openAt === 'now' ? now : new Date(openAt),
  };
};

/** An open state with its JSON text, as every place with the same hours has it during one minute. */
export type State = { minute: number; state: OpenState; text: string };

/** The last state of each schedule: hours count in minutes, and many places keep the same ones. */
const states = new WeakMap<Schedule, State>();

/** A place's open state at a moment, by the announced holidays. */
export const stateAt = (place: Openable, moment: Date): State => {
  const minute = Math.floor(moment.getTime() / 60_000);
  // What is closed for the time being depends on its own dates, not on the hours alone.
  const schedule = place.state === 'published' ? place.schedule : undefined;
  const known = schedule && states.get(schedule);
  if (known?.minute === minute) return known;
  const state = placeOpenState(place, moment, ANNOUNCED_HOLIDAYS);
  const found = { minute, state, text: JSON.stringify(state) };
  if (schedule) states.set(schedule, found);
  return found;
};

/** Whether people can walk in at a moment. */
export const isOpenAt = (place: Openable, moment: Date): boolean => isOpen(stateAt(place, moment).state);

import type { PlaceFilters } from '../../shared/api/queries.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import type { OpenState } from '../../shared/place/open-state.ts';
import { placeMatcher } from '../../shared/place/place-filter.ts';
import { isOpen, type Openable, placeOpenState } from '../../shared/place/place-open-state.ts';
import type { PlaceSummary } from '../../shared/place/place-summary.ts';

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

/** A place's open state at a moment, by the announced holidays. */
export const stateAt = (place: Openable, moment: Date): OpenState =>
  placeOpenState(place, moment, ANNOUNCED_HOLIDAYS);

/** Whether people can walk in at a moment. */
export const isOpenAt = (place: Openable, moment: Date): boolean => isOpen(stateAt(place, moment));

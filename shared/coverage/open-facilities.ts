import type { HolidayTable } from '../calendar/holidays.ts';
import type { Position } from '../geo/position.ts';
import { isOpen, type Openable, placeOpenState } from '../place/place-open-state.ts';
import type { PlaceFeature } from '../place/place-summary.ts';
import { type CoverageClass, serves } from './coverage-class.ts';

/** A place, whose class is its category, or one that is only being thought of, as coverage sees it. */
export type Facility = { id: string; class: CoverageClass; position: Position } & Partial<Openable>;

/** A place of the map as coverage sees it. */
export const facilityOf = ({
  id,
  geometry,
  properties: { category, state, suspension, schedule },
}: PlaceFeature): Facility => ({
  id,
  class: category,
  position: geometry.coordinates,
  state,
  ...(suspension && { suspension }),
  ...(schedule && { schedule }),
});

/**
 * The facilities that serve a class, whatever the hour. Drafts and retired places serve nobody; one that is
 * suspended is there, if closed for the time being: only a question about a moment leaves it out.
 */
export const facilitiesOfClass = (
  facilities: readonly Facility[],
  coverageClass: CoverageClass,
): Facility[] => facilities.filter((facility) => serves(facility.class, coverageClass) && isThere(facility));

/** Whether it is more than a draft and not retired, whatever the hour. */
export const isThere = ({ state }: Facility): boolean => state !== 'retired' && state !== 'draft';

/**
 * The facilities open at a moment, by the hours that riders see. One whose hours nobody knows is not counted
 * and named in `unknown`: at 23:00 a guess would hide the very gap that is asked for. A facility without a state
 * is one that is thought of: it is open whenever its schedule says so and, without one, always.
 */
export const openFacilities = (
  facilities: readonly Facility[],
  moment: Date,
  holidays: HolidayTable,
): { open: Facility[]; unknown: Facility[] } => {
  const open: Facility[] = [];
  const unknown: Facility[] = [];
  for (const facility of facilities) {
    if (!facility.state && !facility.schedule) open.push(facility);
    else {
      const state = placeOpenState({ state: 'published', ...facility } as Openable, moment, holidays);
      if (isOpen(state)) open.push(facility);
      else if (state.status === 'unknown') unknown.push(facility);
    }
  }
  return { open, unknown };
};

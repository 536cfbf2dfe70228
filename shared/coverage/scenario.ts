import type { Position } from '../geo/position.ts';
import type { Facility } from './open-facilities.ts';

/** What would be otherwise: facilities moved, added and taken away from those that are there. */
export type Scenario = {
  moved?: readonly { id: string; position: Position }[];
  added?: readonly Facility[];
  removed?: readonly string[];
};

/** The facilities of a scenario: those that stay in their order, then the added ones. Unknown ids change nothing. */
export const facilitiesOfScenario = (
  facilities: readonly Facility[],
  { moved = [], added = [], removed = [] }: Scenario,
): Facility[] => {
  const gone = new Set(removed);
  const places = new Map(moved.map(({ id, position }) => [id, position]));
  return [...facilities, ...added]
    .filter(({ id }) => !gone.has(id))
    .map((facility) => {
      const position = places.get(facility.id);
      return position ? { ...facility, position } : facility;
    });
};

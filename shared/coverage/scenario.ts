import type { Position } from '../geo/position.ts';
import { type Facility, isThere } from './open-facilities.ts';
import type { ScenarioChange } from './scenario-change.ts';

/** What would be otherwise: facilities moved, added and taken away from those that are there. */
export type Scenario = {
  moved?: readonly { id: string; position: Position }[];
  added?: readonly Facility[];
  removed?: readonly string[];
};

/** Changes as a scenario. */
export const scenarioOf = (changes: readonly ScenarioChange[]): Scenario => ({
  moved: changes.flatMap((each) =>
    each.type === 'move' ? [{ id: each.place, position: each.position }] : [],
  ),
  removed: changes.flatMap((each) => (each.type === 'remove' ? [each.place] : [])),
  added: changes.flatMap((each): Facility[] =>
    each.type === 'add' ? [{ id: each.id, class: each.class, position: each.position }] : [],
  ),
});

/** How many changes are of places that are not there any more: they change nothing. */
export const countLostChanges = (
  changes: readonly ScenarioChange[],
  facilities: readonly Facility[],
): number => {
  const there = new Set(facilities.filter(isThere).map(({ id }) => id));
  return changes.filter((each) => each.type !== 'add' && !there.has(each.place)).length;
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

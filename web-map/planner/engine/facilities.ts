import { categoriesOfClass } from '../../../shared/coverage/coverage-class.ts';
import type { Facility } from '../../../shared/coverage/open-facilities.ts';
import type { Scenario } from '../../../shared/coverage/scenario.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';

/** Places as the engine sees them. */
export const facilitiesOf = (places: readonly PlaceFeature[]): Facility[] =>
  places.map(({ id, geometry, properties: { category, state, suspension, schedule } }) => ({
    id,
    category,
    position: geometry.coordinates,
    state,
    ...(suspension && { suspension }),
    ...(schedule && { schedule }),
  }));

/** Changes as the engine sees them. A proposed facility of a group is of its first category: each counts for the group. */
export const scenarioOf = (changes: readonly ScenarioChange[]): Scenario => ({
  moved: changes.flatMap((each) =>
    each.type === 'move' ? [{ id: each.place, position: each.position }] : [],
  ),
  removed: changes.flatMap((each) => (each.type === 'remove' ? [each.place] : [])),
  added: changes.flatMap((each): Facility[] => {
    if (each.type !== 'add') return [];
    const [category] = categoriesOfClass(each.class);
    return category ? [{ id: each.id, category, position: each.position }] : [];
  }),
});

import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { data } from '../state/data-store.ts';

/** The name of the facility that a change is about. */
export const changedName = (each: ScenarioChange): string => {
  if (each.type === 'add') return each.name;
  const place = data.value?.places.find(({ id }) => id === each.place);
  return place?.properties.name ?? each.place;
};

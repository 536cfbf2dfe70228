import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { data } from '../state/data-store.ts';

/** The name of the facility that a change is about. */
export const changedName = (each: ScenarioChange): string => {
  if (each.type === 'add') return each.name;
  const place = data.value?.places.find(({ id }) => id === each.place);
  // While places are on their way a name is not known, and an id tells nobody anything.
  return place?.properties.name ?? (data.value ? each.place : '…');
};

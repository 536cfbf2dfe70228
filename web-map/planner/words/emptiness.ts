import { categoriesOfClass } from '../../../shared/coverage/coverage-class.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { PlannerMessages } from '../../i18n/planner/messages.ts';
import type { ClassNumbers } from '../engine/planner-engine.ts';

/** Why nobody is covered: nothing of the class is recorded at all, or none of it counts then; undefined where some does. */
export const emptinessOf = (
  numbers: Pick<ClassNumbers, 'class' | 'facilities'>,
  places: readonly PlaceFeature[],
): 'none' | 'closed' | undefined => {
  if (numbers.facilities > 0) return undefined;
  const categories = categoriesOfClass(numbers.class);
  return places.some(({ properties }) => categories.includes(properties.category)) ? 'closed' : 'none';
};

/** `没有登记这类设施`, `这时都关着`; undefined where some facility counts. */
export const emptinessPhrase = (
  emptiness: ReturnType<typeof emptinessOf>,
  isByHour: boolean,
  { table }: PlannerMessages,
): string | undefined => {
  if (emptiness === undefined) return undefined;
  return emptiness === 'none' ? table.noneRecorded : table.noneOpen(isByHour);
};

import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';

/** Whose change it is: of a place, or of a facility that is only proposed. */
export const changeKey = (each: ScenarioChange): string => (each.type === 'add' ? each.id : each.place);

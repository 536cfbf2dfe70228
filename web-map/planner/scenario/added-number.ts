import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';

/** Under which number an added facility stands on paper, from 1 in the order of the changes; 0 for what was there before. */
export const addedNumber = (id: string, changes: readonly ScenarioChange[]): number =>
  changes.filter(({ type }) => type === 'add').findIndex((each) => each.type === 'add' && each.id === id) + 1;

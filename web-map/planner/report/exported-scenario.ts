import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';

/** What an export is told of the scenario on screen: its id, or the changes that nobody has stored. */
export type ExportedScenario = { scenario?: string; changes?: readonly ScenarioChange[] };

/** Nothing where things are shown as they are; `storedId` only as long as it says what is on screen. */
export const exportedScenario = (
  changes: readonly ScenarioChange[],
  { isShown, isChanged, storedId }: { isShown: boolean; isChanged: boolean; storedId: string | undefined },
): ExportedScenario => {
  if (!isShown || changes.length === 0) return {};
  return isChanged || storedId === undefined ? { changes } : { scenario: storedId };
};

import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { type Analysis, numbersOf } from '../engine/planner-engine.ts';
import { shareOf } from '../words/phrases.ts';

/** Codes of areas by their share in a class, worst first unless descending; as they are without a class. */
export function sortedCodes(
  codes: readonly string[],
  analysis: Analysis,
  sort: FacilityClass | undefined,
  isDescending: boolean,
): readonly string[] {
  const numbers = sort && numbersOf(analysis, sort);
  if (!numbers) return codes;
  const shares = new Map(numbers.areas.map((area) => [area.code, shareOf(area)]));
  const direction = isDescending ? -1 : 1;
  return [...codes].sort((a, b) => direction * ((shares.get(a) ?? 2) - (shares.get(b) ?? 2)));
}

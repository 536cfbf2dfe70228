import type { AreaKind } from '../../../shared/area/area.ts';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { type Analysis, areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { shareOf } from '../words/phrases.ts';

/** Codes of areas by their share in a class, worst first unless descending; as they are without a class. */
export function sortedCodes(
  codes: readonly string[],
  analysis: Analysis,
  {
    sort,
    isDescending,
    areaKind,
  }: { sort: FacilityClass | undefined; isDescending: boolean; areaKind: AreaKind },
): readonly string[] {
  const numbers = sort && numbersOf(analysis, sort);
  if (!numbers) return codes;
  const found = areasOfKind(numbers, areaKind);
  const shareIn = (code: string): number => {
    const area = found.get(code);
    return area ? shareOf(area) : Number.POSITIVE_INFINITY;
  };
  const direction = isDescending ? -1 : 1;
  return [...codes].sort(
    (a, b) => direction * (shareIn(a) < shareIn(b) ? -1 : shareIn(a) > shareIn(b) ? 1 : 0),
  );
}

import type { Position } from '../geo/position.ts';
import type { ClassCoverage, GradedSummary } from './coverage.ts';
import type { CoverageClass } from './coverage-class.ts';
import type { Grade } from './grade.ts';
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

/** What a scenario changes for one area: what is covered after less what was before; grades of both. */
export type AreaDifference = {
  id: string;
  level: string;
  coveredPeople: number;
  coveredSquareMeters: number;
  /** Differences of shares, -1 to 1; absent where either is. */
  peopleShare?: number;
  areaShare?: number;
  p50Meters?: number;
  p90Meters?: number;
  gradeBefore?: Grade;
  gradeAfter?: Grade;
};

/** One class before and after, side by side. */
export type ClassComparison = {
  class: CoverageClass;
  before: ClassCoverage;
  after: ClassCoverage;
  whole: AreaDifference;
  areas: AreaDifference[];
};

/** Sets two results of the same ground and classes side by side. */
export const compareCoverage = (
  before: readonly ClassCoverage[],
  after: readonly ClassCoverage[],
): ClassComparison[] =>
  before.flatMap((old) => {
    const now = after.find((other) => other.class === old.class);
    if (!now) return [];
    return {
      class: old.class,
      before: old,
      after: now,
      whole: differenceOf(old.whole, now.whole),
      areas: old.areas.map((area, index) => differenceOf(area, now.areas[index] as GradedSummary)),
    };
  });

const COMPARED = ['peopleShare', 'areaShare', 'p50Meters', 'p90Meters'] as const;

const differenceOf = (before: GradedSummary, after: GradedSummary): AreaDifference => {
  const difference: AreaDifference = {
    id: before.id,
    level: before.level,
    coveredPeople: after.coveredPeople - before.coveredPeople,
    coveredSquareMeters: after.coveredSquareMeters - before.coveredSquareMeters,
  };
  for (const key of COMPARED) {
    const [old, now] = [before[key], after[key]];
    if (old !== undefined && now !== undefined) difference[key] = now - old;
  }
  if (before.grade) difference.gradeBefore = before.grade;
  if (after.grade) difference.gradeAfter = after.grade;
  return difference;
};

import type { Position } from '../geo/position.ts';
import type { CoverageClass } from './coverage-class.ts';
import type { Grade } from './grade.ts';
import type { Summary } from './summary.ts';

/** One class and how far people are expected to go for it. */
export type Question = { class: CoverageClass; radiusMeters: number; detourFactor: number };

/** A summary with its grade; `worst` as a position. */
export type GradedSummary = Omit<Summary, 'worst'> & {
  id: string;
  level: string;
  grade?: Grade;
  worst?: { position: Position; meters?: number };
};

/** The whole and each area, in the order of the ground. */
export type ClassCoverage = {
  class: CoverageClass;
  radiusMeters: number;
  facilityCount: number;
  whole: GradedSummary;
  areas: GradedSummary[];
};

import type { ClassCoverage, Question } from './class-coverage.ts';
import { type DistanceField, newDistanceField } from './distance-field.ts';
import type { Gaps } from './gaps.ts';
import type { Ground } from './ground.ts';
import type { Facility } from './open-facilities.ts';

/** What is known of one class, and what is due. */
export type ClassState = {
  question: Question;
  facilities: readonly Facility[];
  field: DistanceField;
  coveredParts: Float32Array;
  isFieldDue: boolean;
  isCoveredDue: boolean;
  result?: ClassCoverage | undefined;
  gaps?: Gaps | undefined;
};

/** Of a class that was not asked before: everything is due. */
export const newClassState = (question: Question, { raster }: Ground): ClassState => ({
  question,
  facilities: [],
  field: newDistanceField(raster),
  coveredParts: new Float32Array(raster.width * raster.height),
  isFieldDue: true,
  isCoveredDue: true,
});

/** What the radius or the facilities of a class decide is due again. */
export const forget = (state: ClassState): void => {
  state.isCoveredDue = true;
  state.result = undefined;
  state.gaps = undefined;
};

import { type Catchment, catchmentsOf, coveredPolygons } from './catchment.ts';
import type { ClassCoverage, GradedSummary, Question } from './class-coverage.ts';
import { type ClassState, forget, newClassState } from './class-state.ts';
import type { CoverageClass } from './coverage-class.ts';
import { type DistanceField, fillDistanceField } from './distance-field.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { gradeOf } from './grade.ts';
import type { AreaCells, Ground } from './ground.ts';
import { type Facility, facilitiesOfClass } from './open-facilities.ts';
import { cellPosition } from './raster.ts';
import { fillCovered, Summariser } from './summary.ts';

/**
 * Fills a field in another way than straight lines, such as along a street network: metres on foot per cell, NaN
 * where the way is unknown, and the index of the nearest of the given facilities.
 */
export type FillField = (field: DistanceField, facilities: readonly Facility[], question: Question) => void;

export type CoverageOptions = { fillField?: FillField };

/**
 * The coverage of one ground, kept up to date while facilities are moved, added and removed: what a class's change
 * does not touch is not reckoned again, and all rasters are used over and over. The one way into this folder for
 * the worker of the page and for the function alike.
 */
export class Coverage {
  readonly ground: Ground;
  readonly #options: CoverageOptions;
  readonly #summariser = new Summariser();
  readonly #classes = new Map<CoverageClass, ClassState>();
  #facilities: readonly Facility[] = [];

  constructor(
    ground: Ground,
    questions: readonly Question[],
    facilities: readonly Facility[] = [],
    options: CoverageOptions = {},
  ) {
    this.ground = ground;
    this.#options = options;
    this.#facilities = facilities;
    this.ask(questions);
  }

  get facilities(): readonly Facility[] {
    return this.#facilities;
  }

  get classes(): CoverageClass[] {
    return [...this.#classes.keys()];
  }

  /** Sets the classes with their radius; one that is asked as before keeps what was reckoned. */
  ask(questions: readonly Question[]): void {
    const before = new Map(this.#classes);
    this.#classes.clear();
    for (const question of questions) {
      const state = before.get(question.class) ?? newClassState(question, this.ground);
      const { radiusMeters, detourFactor } = state.question;
      if (question.detourFactor !== detourFactor) state.isFieldDue = true;
      if (question.radiusMeters !== radiusMeters || state.isFieldDue) forget(state);
      state.question = question;
      this.#classes.set(question.class, state);
    }
  }

  /** Replaces all facilities, as when the hour or the scenario changes; classes whose own are the same stay. */
  setFacilities(facilities: readonly Facility[]): void {
    this.#facilities = facilities;
    for (const state of this.#classes.values()) {
      const own = facilitiesOfClass(facilities, state.question.class);
      if (state.isFieldDue || !isSame(own, state.facilities)) {
        state.isFieldDue = true;
        forget(state);
      }
    }
  }

  /** Another engine for one class alone, over the same ground and facilities, to try something in. */
  alone(coverageClass: CoverageClass): Coverage {
    return new Coverage(
      this.ground,
      [this.question(coverageClass)],
      this.facilitiesOf(coverageClass),
      this.#options,
    );
  }

  add(facility: Facility): void {
    this.setFacilities([...this.#facilities, facility]);
  }

  /** Summaries and grades of every class that is asked. */
  results(): ClassCoverage[] {
    return this.classes.map((coverageClass) => this.result(coverageClass));
  }

  result(coverageClass: CoverageClass): ClassCoverage {
    const state = this.#upToDate(coverageClass);
    if (!state.result) {
      const graded = (area: AreaCells) => this.#graded(area, state);
      state.result = {
        class: coverageClass,
        radiusMeters: state.question.radiusMeters,
        facilityCount: state.facilities.length,
        whole: graded(this.ground.whole),
        areas: this.ground.areas.map(graded),
      };
    }
    return state.result;
  }

  /** The summary of the whole alone, as a curve over hours needs it. */
  wholeOf(coverageClass: CoverageClass): GradedSummary {
    const state = this.#upToDate(coverageClass);
    return state.result?.whole ?? this.#graded(this.ground.whole, state);
  }

  /** The gaps of a class, most people first. Facility indexes are those of `facilitiesOf`. */
  gaps(coverageClass: CoverageClass): Gaps {
    const state = this.#upToDate(coverageClass);
    state.gaps ??= gapsOf(this.ground, state.field, state.question.radiusMeters, state.facilities.length);
    return state.gaps;
  }

  /** What the class covers of the outline. */
  covered(coverageClass: CoverageClass): ReturnType<typeof coveredPolygons> {
    const { field, question } = this.#upToDate(coverageClass);
    return coveredPolygons(this.ground, field, question.radiusMeters);
  }

  /** What each facility of a class serves, in the order of `facilitiesOf`. */
  catchments(coverageClass: CoverageClass): Catchment[] {
    const { field, coveredParts, facilities } = this.#upToDate(coverageClass);
    return catchmentsOf(this.ground, field, coveredParts, facilities.length);
  }

  /** The facilities that count for a class. */
  facilitiesOf(coverageClass: CoverageClass): readonly Facility[] {
    return this.#upToDate(coverageClass).facilities;
  }

  /** The field of a class, to be read only: it is filled anew in place when facilities change. */
  field(coverageClass: CoverageClass): DistanceField {
    return this.#upToDate(coverageClass).field;
  }

  /** How much of each cell is covered, 0 to 1; to be read only, as the field. */
  coveredParts(coverageClass: CoverageClass): Float32Array {
    return this.#upToDate(coverageClass).coveredParts;
  }

  question(coverageClass: CoverageClass): Question {
    return this.#upToDate(coverageClass).question;
  }

  #upToDate(coverageClass: CoverageClass): ClassState {
    const state = this.#classes.get(coverageClass);
    if (!state) throw new RangeError(`${coverageClass} was not asked`);
    const { ground } = this;
    if (state.isFieldDue) {
      state.facilities = facilitiesOfClass(this.#facilities, coverageClass);
      const fill = this.#options.fillField ?? straightLines(ground);
      fill(state.field, state.facilities, state.question);
      state.isFieldDue = false;
    }
    if (state.isCoveredDue) {
      fillCovered(state.coveredParts, state.field, ground.raster, state.question.radiusMeters);
      state.isCoveredDue = false;
    }
    return state;
  }

  #graded(area: AreaCells, { field, coveredParts }: ClassState): GradedSummary {
    const { worst, ...summary } = this.#summariser.summarise(area, field, coveredParts, this.ground.raster);
    const grade = gradeOf(summary.peopleShare ?? summary.areaShare);
    return {
      id: area.id,
      level: area.level,
      ...summary,
      ...(grade && { grade }),
      ...(worst && {
        worst: {
          position: cellPosition(this.ground.raster, worst.cell),
          ...(worst.meters !== undefined && { meters: worst.meters }),
        },
      }),
    };
  }
}

const straightLines =
  ({ raster }: Ground): FillField =>
  (field, facilities, { detourFactor }) =>
    fillDistanceField(
      field,
      raster,
      facilities.map(({ position }) => position),
      { detourFactor },
    );

const isSame = (a: readonly Facility[], b: readonly Facility[]): boolean =>
  a.length === b.length &&
  a.every((facility, at) => {
    const other = b[at] as Facility;
    return facility.id === other.id && facility.position === other.position;
  });

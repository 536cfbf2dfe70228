import type { Area, AreaKind, Building, DataSource, DemandLayer } from '../../../shared/area/area.ts';
import type {
  CoverageNumbers,
  CoverageWarning,
  FacilityClass,
} from '../../../shared/coverage/coverage-answer.ts';
import type { SiteProposal } from '../../../shared/coverage/propose-sites.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { Standard, StandardsOfClass } from '../../../shared/coverage/standard.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** Everything that is counted with: of one subdistrict and, of facilities, also its surroundings. */
export type PlannerData = {
  subdistrict: string;
  outline: Outline;
  areas: readonly Area[];
  /** Where these are given, people stand there and not all over their area. */
  buildings: readonly Building[];
  buildingsSource: DataSource | undefined;
  places: readonly PlaceFeature[];
  /** Those that the subdistrict sets itself; published ones are known to the engine. */
  ownStandards: readonly Standard[];
  /** The street network in its compact form, where one is stored. */
  network: ArrayBuffer | undefined;
  /** When all this was loaded: as of then data is old. */
  loadedAt: string;
};

/** What is asked of the data. */
export type Question = {
  /** The class whose gaps and reach are drawn; it is among `classes`. */
  class: FacilityClass;
  /** The columns of the table. */
  classes: readonly FacilityClass[];
  /** For every class; absent where the standard of each decides. */
  meters: number | undefined;
  mode: 'circle' | 'network';
  /** Absent where hours are ignored. */
  at: string | undefined;
  demand: DemandLayer;
};

export type AreaNumbers = CoverageNumbers & { kind: AreaKind; code: string; name: string };

export type ClassNumbers = CoverageNumbers & {
  class: FacilityClass;
  meters: number;
  standards: StandardsOfClass;
  /** How many count at the asked hour. */
  facilities: number;
  areas: readonly AreaNumbers[];
};

/** A part that nothing reaches. */
export type GapFound = {
  rank: number;
  outline: Outline;
  people: number | undefined;
  squareMeters: number;
  /** Metres on foot from the spot that is worst off. */
  worstMeters: number | undefined;
  /**
   * What is nearest to the most people of the gap, and the mean way of these to it, metres on foot; absent where no way
   * is known.
   */
  nearest: { id: string; name: string; meters: number } | undefined;
};

/** A facility of the chosen class, as the scenario leaves it. */
export type FacilitySeen = {
  id: string;
  name: string;
  position: Position;
  isOpen: boolean;
  /** Who is within reach and has none nearer; absent where nobody was counted or it does not count now. */
  people: number | undefined;
  change: 'add' | 'move' | 'remove' | undefined;
};

/** What `analyse` answers. */
export type Analysis = {
  classes: readonly ClassNumbers[];
  gaps: readonly GapFound[];
  /** What the chosen class reaches. */
  reached: Outline | undefined;
  /** Where nobody knows the way: no street is near, or none leads to a facility. Neither reached nor a gap. */
  unknown: Outline | undefined;
  facilities: readonly FacilitySeen[];
  warnings: readonly CoverageWarning[];
  milliseconds: number;
};

/** The share of people (of the area where nobody was counted) that is reached at each full hour, 0 to 24. */
export type HourCurve = readonly number[];

export type SitesQuestion = Question & { count: number };

/** The numbers of a class by its code; the first class where the code has none. */
export const numbersOf = (analysis: Analysis, code: FacilityClass): ClassNumbers | undefined =>
  analysis.classes.find((numbers) => numbers.class === code);

/** The numbers of the areas of a kind by their code: codes are unique only within their kind. */
export const areasOfKind = (
  numbers: ClassNumbers | undefined,
  kind: AreaKind,
): ReadonlyMap<string, AreaNumbers> =>
  new Map(numbers?.areas.flatMap((area) => (area.kind === kind ? [[area.code, area] as const] : [])));

/** What the page asks; all of it is worked out in a thread of its own. */
export type PlannerEngine = {
  load(data: PlannerData): Promise<void>;
  analyse(question: Question, changes: readonly ScenarioChange[]): Promise<Analysis>;
  /** `moments` are the full hours of one day. */
  curve(
    question: Question,
    changes: readonly ScenarioChange[],
    moments: readonly string[],
  ): Promise<HourCurve>;
  propose(question: SitesQuestion, changes: readonly ScenarioChange[]): Promise<SiteProposal>;
  /** Ends what runs; the data is loaded again by the next question. */
  stop(): void;
};

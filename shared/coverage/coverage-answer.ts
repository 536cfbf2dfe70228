import * as z from 'zod';
import { AreaKind, DemandLayer } from '../area/area.ts';
import { COVERAGE_CLASSES, type CoverageClass } from './coverage-class.ts';
import { GRADES } from './grade.ts';
import { Standard } from './standard.ts';

/** What is looked at: one category, or a group of them. */
export const FacilityClass = z
  .enum(COVERAGE_CLASSES as readonly [CoverageClass, ...CoverageClass[]])
  .meta({ id: 'FacilityClass' });
export type FacilityClass = CoverageClass;

/** How good an area is: red under half, orange under three quarters, yellow under nine tenths. */
export const Grade = z.enum(GRADES).meta({ id: 'Grade' });
export type Grade = z.infer<typeof Grade>;

/**
 * How far a class is from an area and its people. Shares are 0 to 1. People are absent where nobody counted them, their
 * share where nobody is.
 */
export const CoverageNumbers = z.object({
  areaShare: z.number(),
  peopleShare: z.number().optional(),
  people: z.number().optional(),
  coveredPeople: z.number().optional(),
  /** Ways on foot, of the people where they were counted, else of the area. Absent while there is no facility at all. */
  p50Meters: z.number().optional(),
  p90Meters: z.number().optional(),
  /** From whoever of them is furthest; absent too where a facility is beyond reach for somebody. */
  worstMeters: z.number().optional(),
  /** Absent for an area none of which lies in the subdistrict. */
  grade: Grade.optional(),
});
export type CoverageNumbers = z.infer<typeof CoverageNumbers>;

export const CoverageWarning = z
  .object({
    code: z.enum([
      'no_facilities',
      'no_people',
      'people_by_building',
      'no_network',
      'hours_unknown',
      'holidays_not_announced',
      'illustrative_data',
      'unknown_cells',
      'old_data',
      'not_covered_by_areas',
      'demand_outside',
      'area_outside',
      'coarse_cells',
      'changes_without_place',
    ]),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'CoverageWarning' });
export type CoverageWarning = z.infer<typeof CoverageWarning>;

/** Coverage of one class: of the whole subdistrict, then of each of its areas. */
export const Coverage = CoverageNumbers.extend({
  subdistrict: z.string(),
  class: FacilityClass,
  /** On foot: who has a facility within this far is served. */
  meters: z.number(),
  mode: z.enum(['circle', 'network']),
  detour: z.number(),
  at: z.string().optional(),
  demand: DemandLayer,
  scenario: z.string().optional(),
  /**
   * What is in force, the subdistrict’s own before all others; then what other sources say. Of a group without a
   * standard these are its categories’: their `class` says whose.
   */
  standard: Standard,
  otherStandards: z.array(Standard),
  facilities: z.int(),
  areas: z.array(CoverageNumbers.extend({ kind: AreaKind, code: z.string(), name: z.string() })),
  /** As of which day each input is: `places`, `grid`, `neighbourhood`, `people`, `buildings`, `network`. */
  dataDates: z.record(z.string(), z.string()),
  warnings: z.array(CoverageWarning),
}).meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

import * as z from 'zod';
import { AreaKind } from '../area/area.ts';
import { Category } from '../place/kind.ts';

/** Named groups of categories that answer one need. */
export const ClassGroup = z.enum([
  'rest',
  'meal',
  'charging',
  'health',
  'toilet',
  'elderly',
  'culture_sport',
]);
export type ClassGroup = z.infer<typeof ClassGroup>;

/** What is looked at: one category, or a group of them. */
export const FacilityClass = z.union([Category, ClassGroup]).meta({ id: 'FacilityClass' });
export type FacilityClass = z.infer<typeof FacilityClass>;

/** How good an area is: red under half, orange under three quarters, yellow under nine tenths (configuration). */
export const Grade = z.enum(['red', 'orange', 'yellow', 'green']).meta({ id: 'Grade' });
export type Grade = z.infer<typeof Grade>;

/** How a standard is known: read in a text, through others, from memory; a local choice; or sources that disagree. */
export const StandardStatus = z.enum(['read', 'third_party', 'unverified', 'local_policy', 'conflict']);
export type StandardStatus = z.infer<typeof StandardStatus>;

/** The distance that a class should be within, and who says so. */
export const Standard = z
  .strictObject({
    class: FacilityClass,
    meters: z.number().min(50).max(5000),
    source: z.string().max(120),
    clause: z.string().max(60).optional(),
    status: StandardStatus,
    /** What another source says, where they disagree. */
    otherwise: z.strictObject({ meters: z.number(), source: z.string().max(120) }).optional(),
  })
  .meta({ id: 'Standard' });
export type Standard = z.infer<typeof Standard>;

/** How far a class is from an area and its people. Shares are 0 to 1; absent where nobody was counted. */
export const CoverageNumbers = z.object({
  areaShare: z.number(),
  peopleShare: z.number().optional(),
  people: z.number().optional(),
  coveredPeople: z.number().optional(),
  /** Of the people where they were counted, else of the area. Absent while there is no facility at all. */
  p50Meters: z.number().optional(),
  p90Meters: z.number().optional(),
  worstMeters: z.number().optional(),
  grade: Grade,
});
export type CoverageNumbers = z.infer<typeof CoverageNumbers>;

export const CoverageWarning = z
  .object({
    code: z.enum([
      'no_facilities',
      'no_people',
      'no_network',
      'hours_unknown',
      'holidays_not_announced',
      'illustrative_data',
      'unknown_cells',
      'old_data',
    ]),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'CoverageWarning' });
export type CoverageWarning = z.infer<typeof CoverageWarning>;

/** Coverage of one class: of the whole subdistrict, then of each of its areas. */
export const Coverage = CoverageNumbers.extend({
  subdistrict: z.string(),
  class: FacilityClass,
  meters: z.number(),
  mode: z.enum(['circle', 'network']),
  detour: z.number(),
  at: z.string().optional(),
  demand: z.string(),
  standard: Standard.optional(),
  facilities: z.int(),
  areas: z.array(CoverageNumbers.extend({ kind: AreaKind, code: z.string(), name: z.string() })),
  /** As of when each input is: `places`, `grid`, `neighbourhood`, `people`, `network`. */
  dataDates: z.record(z.string(), z.string()),
  warnings: z.array(CoverageWarning),
}).meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

import * as z from 'zod';
import { plainLine } from '../place/plain-text.ts';
import { COVERAGE_CLASSES, type CoverageClass } from './coverage-class.ts';
import { MOST_METERS, MOST_MINUTES, SPEEDS, type Speed as SpeedCode } from './reach.ts';

/**
 * How far a standard can be trusted: `verified` was read in a text that quotes it, `third_party` stands in others'
 * notes only, `unverified` is recalled, `local_policy` was set by a subdistrict or by us where no text was found.
 */
export const StandardStatus = z.enum(['verified', 'third_party', 'unverified', 'local_policy']);
export type StandardStatus = z.infer<typeof StandardStatus>;

/** Where standards come from; their titles stand in the labels. */
export const StandardSource = z.enum([
  'gb_50180_2018',
  'td_t_1062_2021',
  'shanghai_15_minute_2016',
  'national_charging_plan',
  'product_default',
  'subdistrict',
]);
export type StandardSource = z.infer<typeof StandardSource>;

/** How people come. */
export const Speed = z.enum(Object.keys(SPEEDS) as [SpeedCode, ...SpeedCode[]]);
export type Speed = SpeedCode;

/** The way somebody is expected to go to a place of a class, in metres or in minutes on foot, and who says so. */
export const Standard = z
  .object({
    class: z.enum(COVERAGE_CLASSES as readonly [CoverageClass, ...CoverageClass[]]),
    reach: z.union([
      z.object({ meters: z.int().min(50).max(MOST_METERS) }),
      z.object({ minutes: z.int().min(1).max(MOST_MINUTES) }),
    ]),
    source: StandardSource,
    /** The place in the source, as it is cited. */
    clause: plainLine(100).optional(),
    status: StandardStatus,
  })
  .meta({ id: 'Standard' });
export type Standard = z.infer<typeof Standard>;

/**
 * What a class is measured against. Those of a group may be derived: then their `class` is the category they are of.
 * In conflict: another says something else than what is in force; all of them are to be shown.
 */
export type StandardsOfClass = {
  class: CoverageClass;
  inForce: Standard;
  others: Standard[];
  isInConflict: boolean;
};

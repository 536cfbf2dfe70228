import * as z from 'zod';
import { DemandLayer } from '../area/area.ts';
import { FacilityClass } from '../coverage/coverage-answer.ts';
import { MOST_METERS, MOST_MINUTES } from '../coverage/reach.ts';
import { Speed } from '../coverage/standard.ts';
import { ScenarioId } from '../coverage/stored-scenario.ts';
import { decimalNumber, wholeNumber } from './queries.ts';

/** A moment of this century with its offset. */
const AskedMoment = z.iso
  .datetime({ offset: true })
  .refine((text) => /^20\d\d/.test(text), 'a moment of this century');

type Between<Schema> = (minimum: number, maximum: number) => Schema;

/** How coverage is asked for: a class, how far, by which way, at what hour, whose; numbers as what carries them does. */
const questionShape = <Whole extends z.ZodType<number>, Decimal extends z.ZodType<number>>(
  whole: Between<Whole>,
  decimal: Between<Decimal>,
) => ({
  class: FacilityClass,
  meters: whole(50, MOST_METERS).optional(),
  minutes: whole(1, MOST_MINUTES).optional(),
  mode: z.enum(['circle', 'network']).default('circle'),
  detour: decimal(1, 3).optional(),
  speed: Speed.default('walk').meta({ description: 'Of the `minutes`; a standard’s own are walked.' }),
  at: AskedMoment.optional().meta({ description: 'Only what is open then; without it hours are ignored.' }),
  demand: DemandLayer.default('residents'),
});

/** The question as a query. */
export const CoverageQuery = z.strictObject({
  ...questionShape(wholeNumber, decimalNumber),
  scenario: ScenarioId.optional().meta({ description: 'As it would be in this scenario.' }),
});
export type CoverageQuery = z.output<typeof CoverageQuery>;

/** The question as JSON. */
export const CoverageBody = z.strictObject(
  questionShape(
    (minimum, maximum) => z.int().min(minimum).max(maximum),
    (minimum, maximum) => z.number().min(minimum).max(maximum),
  ),
);

import * as z from 'zod';
import { DemandLayer } from '../area/area.ts';
import { FacilityClass } from '../coverage/coverage-answer.ts';
import { MOST_METERS, MOST_MINUTES } from '../coverage/reach.ts';
import { Speed } from '../coverage/standard.ts';
import { ScenarioId } from '../coverage/stored-scenario.ts';
import { decimalNumber, wholeNumber } from './queries.ts';

/** A moment of this century with its offset. */
export const AskedMoment = z.iso
  .datetime({ offset: true })
  .refine((text) => /^20\d\d/.test(text), 'a moment of this century');

/** How coverage is asked for: a class, how far, by which way, at what hour, whose. */
export const CoverageQuery = z.strictObject({
  class: FacilityClass,
  meters: wholeNumber(50, MOST_METERS).optional(),
  minutes: wholeNumber(1, MOST_MINUTES).optional(),
  mode: z.enum(['circle', 'network']).default('circle'),
  detour: decimalNumber(1, 3).optional(),
  speed: Speed.default('walk').meta({ description: 'Of the `minutes`; a standard’s own are walked.' }),
  at: AskedMoment.optional().meta({ description: 'Only what is open then; without it hours are ignored.' }),
  demand: DemandLayer.default('residents'),
  scenario: ScenarioId.optional().meta({ description: 'As it would be in this scenario.' }),
});
export type CoverageQuery = z.output<typeof CoverageQuery>;

import * as z from 'zod';
import { Position } from '../geo/position.ts';
import { PlaceId } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { FacilityClass } from './coverage-answer.ts';

/** One thing that a scenario changes. */
export const ScenarioChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('add'),
    id: z.string().max(40),
    class: FacilityClass,
    name: plainText(60),
    position: Position,
  }),
  z.strictObject({ type: z.literal('move'), place: PlaceId, position: Position }),
  z.strictObject({ type: z.literal('remove'), place: PlaceId }),
]);
export type ScenarioChange = z.infer<typeof ScenarioChange>;

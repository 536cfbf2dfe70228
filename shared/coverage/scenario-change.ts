import * as z from 'zod';
import { isInChina } from '../geo/china.ts';
import { Position } from '../geo/position.ts';
import { PlaceId } from '../place/place.ts';
import { plainLine } from '../place/plain-text.ts';
import { FacilityClass } from './coverage-answer.ts';

/** The name of a facility that is only proposed, made by who proposes it: never that of a place, which is another. */
const AddedId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/)
  .refine((id) => !PlaceId.safeParse(id).success, 'the id of a place');

/** One thing that a scenario changes. */
export const ScenarioChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('add'),
    id: AddedId,
    class: FacilityClass,
    name: plainLine(60),
    position: Position,
  }),
  z.strictObject({ type: z.literal('move'), place: PlaceId, position: Position }),
  z.strictObject({ type: z.literal('remove'), place: PlaceId }),
]);
export type ScenarioChange = z.infer<typeof ScenarioChange>;

/** Whose change it is: of a place, or of a facility that is only proposed. */
const facilityOf = (change: ScenarioChange): string => (change.type === 'add' ? change.id : change.place);

/** The changes that somebody asks for: two of one facility would leave open which of them holds. */
export const ScenarioChanges = z
  .array(ScenarioChange)
  .max(100)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    const refuse = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', path, message, input: value });
    for (const [index, change] of value.entries()) {
      const facility = facilityOf(change);
      if (seen.has(facility)) refuse([index], `${facility} is changed twice`);
      seen.add(facility);
      if (change.type !== 'remove' && !isInChina(change.position))
        refuse([index, 'position'], 'outside China: longitude first, in WGS-84');
    }
  });

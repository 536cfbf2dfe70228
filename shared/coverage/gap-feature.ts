import * as z from 'zod';
import { PlaceId } from '../place/place.ts';
import { Outline } from '../subdistrict/subdistrict.ts';

/** A part of the subdistrict that no facility of the class reaches. */
export const Gap = z
  .object({
    type: z.literal('Feature'),
    id: z.int(),
    geometry: Outline,
    properties: z.object({
      rank: z.int(),
      people: z.number().optional(),
      squareMeters: z.number(),
      worstMeters: z.number().optional(),
      /** Without `place` it is a facility that a scenario adds. */
      nearest: z.object({ place: PlaceId.optional(), name: z.string(), meters: z.number() }).optional(),
    }),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof Gap>;

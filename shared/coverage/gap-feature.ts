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
      /** Metres on foot from the spot that is worst off to its nearest facility; absent where no way is known. */
      worstMeters: z.number().optional(),
      /**
       * The facility that is nearest to the most people of the gap (to the most of its area where nobody was counted).
       * `meters`: metres on foot, the mean over those it is nearest to. Without `place` a scenario adds it.
       */
      nearest: z.object({ place: PlaceId.optional(), name: z.string(), meters: z.number() }).optional(),
    }),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof Gap>;

import * as z from 'zod';
import { DemandLayer } from './area.ts';

/** What an import of people would change: how many areas get a number or lose theirs, and who counts in all. */
export const PeopleEffect = z
  .object({
    /** Areas that the table has a number for. */
    counted: z.int(),
    /** Areas that had a number of a layer of the table, which has none for them. */
    lost: z.int(),
    /** Everybody of a layer as coverage counts them; absent where nobody was counted. */
    totals: z.array(
      z.object({ layer: DemandLayer, before: z.number().optional(), after: z.number().optional() }),
    ),
  })
  .meta({ id: 'PeopleEffect' });
export type PeopleEffect = z.infer<typeof PeopleEffect>;

import * as z from 'zod';

/** One thing that differs between the place that is public and what the application asks for. */
export const FieldDifference = z
  .object({ field: z.string(), before: z.json().optional(), after: z.json().optional() })
  .meta({ id: 'FieldDifference' });
export type FieldDifference = z.infer<typeof FieldDifference>;

import * as z from 'zod';

/** What became of one row of an import. */
export const ImportedRow = z
  .object({
    line: z.int(),
    outcome: z.enum(['created', 'updated', 'unchanged', 'refused']),
    name: z.string().optional(),
    /** WGS-84, for the preview on the map. */
    position: z.tuple([z.number(), z.number()]).optional(),
    findings: z.array(
      z.object({
        severity: z.enum(['error', 'warning']),
        column: z.string().optional(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportedRow' });
export type ImportedRow = z.infer<typeof ImportedRow>;

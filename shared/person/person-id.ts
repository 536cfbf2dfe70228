import * as z from 'zod';

/** A ULID. */
export const PersonId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .meta({ id: 'PersonId', description: 'A ULID.' });
export type PersonId = z.infer<typeof PersonId>;

import * as z from 'zod';
import { PersonCard } from '../person/person.ts';
import { Moment } from '../place/open-state.ts';
import { FieldDifference } from '../registration/field-difference.ts';

/** What the change log is about. */
export const ChangeSubjectType = z
  .enum(['place', 'registration', 'grant', 'settings'])
  .meta({ id: 'ChangeSubjectType' });
export type ChangeSubjectType = z.infer<typeof ChangeSubjectType>;

/** One entry of the change log. */
export const ChangeEntry = z
  .object({
    id: z.string(),
    /** What was changed: a place, a registration, a grant, a subdistrict’s settings. */
    subject: z.object({
      type: ChangeSubjectType,
      id: z.string(),
      name: z.string().optional(),
    }),
    at: Moment,
    /** A person, a command of the operator (`import`), the clock, or nobody any more. */
    by: z.discriminatedUnion('type', [
      z.object({ type: z.literal('person'), person: PersonCard }),
      z.object({ type: z.literal('command'), name: z.string() }),
      z.object({ type: z.literal('clock') }),
      z.object({ type: z.literal('deleted') }),
    ]),
    reason: z.string(),
    differences: z.array(FieldDifference),
    /** A place can be brought back to how it stood before this change. */
    restorable: z.boolean(),
  })
  .meta({ id: 'ChangeEntry' });
export type ChangeEntry = z.infer<typeof ChangeEntry>;

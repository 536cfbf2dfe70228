import * as z from 'zod';
import { PersonCard } from '../person/person.ts';
import { Moment } from '../place/open-state.ts';
import { Grant } from './grant.ts';

/** A grant with whose it is, and who gave it. */
export const GrantEntry = Grant.extend({
  id: z.string(),
  person: PersonCard,
  givenAt: Moment,
  givenBy: PersonCard.optional(),
}).meta({ id: 'GrantEntry' });
export type GrantEntry = z.infer<typeof GrantEntry>;

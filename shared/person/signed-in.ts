import * as z from 'zod';
import { Moment } from '../place/open-state.ts';
import { Me } from './person.ts';

/** Who is signed in now; `token` for the shell alone. */
export const SignedIn = z
  .object({ me: Me, token: z.string().optional(), expiresAt: Moment })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

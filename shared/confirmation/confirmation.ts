import * as z from 'zod';
import { Moment } from '../place/open-state.ts';

/** What a rider in front of the door says with one tap. */
export const ConfirmationKind = z
  .enum(['still_there', 'wrong_information', 'door_locked'])
  .meta({ id: 'ConfirmationKind' });
export type ConfirmationKind = z.infer<typeof ConfirmationKind>;

/**
 * When riders last said what, each moved at most once an hour. They weigh less than a verification: nobody knows
 * who tapped.
 */
export const RiderSigns = z
  .object({ stillThereAt: Moment, wrongInformationAt: Moment, doorLockedAt: Moment })
  .partial()
  .meta({ id: 'RiderSigns' });
export type RiderSigns = z.infer<typeof RiderSigns>;

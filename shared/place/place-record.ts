import * as z from 'zod';
import { PersonCard } from '../person/person.ts';
import { RegistrationId } from '../registration/registration.ts';
import { Place } from './place.ts';

/** A place as its owner and staff see it: everything, its position in WGS-84, but no search key. */
export const PlaceRecord = Place.omit({ searchKey: true, owner: true })
  .extend({
    /** For staff; absent for the owner. */
    ownerCard: PersonCard.optional(),
    hasOwner: z.boolean(),
    /** Riders’ signs that nobody has settled yet. */
    openSigns: z.int(),
    /** A change of the owner that waits for its review. */
    pendingChange: RegistrationId.optional(),
  })
  .meta({ id: 'PlaceRecord' });
export type PlaceRecord = z.infer<typeof PlaceRecord>;

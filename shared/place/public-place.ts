import { type Place, PRIVATE_PLACE_FIELDS } from './place.ts';

/** A place without what only its owner and staff may see. */
export const publicPlace = (place: Place): Omit<Place, keyof typeof PRIVATE_PLACE_FIELDS> =>
  Object.fromEntries(Object.entries(place).filter(([name]) => !(name in PRIVATE_PLACE_FIELDS))) as Omit<
    Place,
    keyof typeof PRIVATE_PLACE_FIELDS
  >;

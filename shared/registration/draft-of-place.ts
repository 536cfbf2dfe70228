import type { Place } from '../place/place.ts';
import type { Draft } from './application.ts';
import { pickedFrom } from './picked-position.ts';
import type { Registration } from './registration.ts';
import { REVIEWED_FIELDS } from './review-fields.ts';

/** What a place says now, in the words of an application. Photos, licence and consent are the applicant's to bring. */
export const placeAsDraft = (place: Place): Draft => ({
  name: place.name,
  ...(place.nameEn && { nameEn: place.nameEn }),
  category: place.category,
  position: pickedFrom(place),
  ...(place.address && { address: place.address }),
  ...(place.schedule && { schedule: place.schedule }),
  amenities: place.amenities,
  ...(place.services && { services: place.services }),
  ...(place.access && { access: place.access }),
  ...(place.phone && { publicPhone: place.phone }),
  ...(place.pledge && { pledge: place.pledge }),
});

/** What the draft of a claim or a change begins with. */
export const draftOfPlace = (place: Place, kind: Registration['kind']): Draft => {
  const draft = placeAsDraft(place);
  if (kind !== 'change') return draft;
  return Object.fromEntries(
    REVIEWED_FIELDS.flatMap((field) => (draft[field] === undefined ? [] : [[field, draft[field]]])),
  );
};

import { DomainError } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { approvedPlace } from '../../shared/registration/approved-place.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import type { Authorship } from '../store/change-items.ts';
import { allocateMarkerIds } from '../store/counters.ts';
import { licenceMoveOperations } from '../store/licences.ts';
import { personIsThere } from '../store/persons.ts';
import type { StoredPhoto } from '../store/photo-items.ts';
import { findCurrentPlace } from '../store/places.ts';
import { placeDeedOperations } from '../store/save-together.ts';
import type { WriteOperation } from '../store/transact.ts';
import { photosOf } from './own-registration.ts';

/** What an approval does outside the registration: the place, its entry in the history, and all the writes. */
export type Approval = { place: Place; placeChange: string; operations: WriteOperation[] };

/**
 * What approving a registration does to the map, as writes that hold for the place as it was just read.
 * @throws DomainError `conflict` where the place is gone, has an owner by now, or is another person's.
 */
export const approvalOf = async (
  registration: Registration,
  { change, now, newId }: { change: Authorship; now: Date; newId: () => string },
): Promise<Approval> => {
  const before = registration.place === undefined ? undefined : await findCurrentPlace(registration.place);
  requirePlace(registration, before);
  const photos = (await photosOf(registration)).filter(({ state }) => state === 'ready').map(shownPhoto);
  const stamp = before ?? { id: newId(), markerId: (await allocateMarkerIds(1))[0] as number };
  const place = approvedPlace({
    registration,
    before,
    photos,
    stamp: { id: stamp.id, markerId: stamp.markerId },
    now,
  });
  const placeChange = newId();
  return {
    place,
    placeChange,
    operations: [
      { ...personIsThere(registration.applicant), refusal: gone },
      ...placeDeedOperations([{ before, after: place, change }], () => placeChange),
      ...licenceMoveOperations(before, place),
    ],
  };
};

const gone = new DomainError('conflict', 'the applicant has deleted their account');

const requirePlace = ({ kind, applicant }: Registration, place: Place | undefined): void => {
  // A new shop has no place, or the one that an approval made and an undo took off the map again.
  if (kind === 'new' && (!place || place.state === 'draft')) return;
  if (kind !== 'new' && place && isOnMap(place)) {
    if (kind === 'claim' && place.owner === undefined) return;
    if (kind === 'change' && place.owner === applicant) return;
  }
  throw new DomainError(
    'conflict',
    'the place is gone, or belongs to somebody else by now',
    place && { places: [place.id] },
  );
};

const shownPhoto = ({ id, width = 0, height = 0 }: StoredPhoto) => ({ id, width, height });

import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { CHANGE_REASON_WORDS } from '../../shared/labels/change-words.ts';
import { mergedPlaces, passesOwner } from '../../shared/place/merged-places.ts';
import type { Place } from '../../shared/place/place.ts';
import { searchKey } from '../../shared/place/search-key.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import type { RequireScope } from '../runtime/session.ts';
import { moveLicence, releaseLicence } from '../store/licences.ts';
import { listAllPlacesOfSubdistrict } from '../store/places.ts';
import { tellOwner } from '../store/tell-owner.ts';
import type { WriteOperation } from '../store/transact.ts';
import { changePlace, requireState } from './change-place.ts';
import { getPlaceOfStaff } from './place-of-staff.ts';

/** No chain of merges is this long; a circle would be. */
const MOST_STEPS = 10;

/** Tombstones that are turned to the new place in the same transaction; a page follows the rest by itself. */
const MOST_REDIRECTS = 20;

/**
 * Retires a double and leads its address to the other place; what was merged into the double before leads there too.
 * Answers the tombstone.
 */
export const mergePlace: Operation<typeof placeRoutes.mergePlace> = (request) =>
  changePlace(request, async (before) => {
    const { body, requireScope, now } = request;
    requireState(before, 'published', 'suspended');
    const survivor = await getSurvivor(body.into, requireScope);
    if (survivor.id === before.id)
      throw new DomainError('wrong_state', `place ${before.id} cannot be merged into itself`);
    const at = now.toISOString();
    const merged = mergedPlaces(before, survivor, at);
    merged.survivor.searchKey = searchKey(merged.survivor);
    const told = body.reason ?? `${CHANGE_REASON_WORDS.merged.zh}：${survivor.name}`;
    const earlier = (await listAllPlacesOfSubdistrict(before.subdistrict, ['retired']))
      // The other way round at the same moment, the survivor is among them: then its version refuses this one.
      .filter(({ id, mergedInto }) => mergedInto === before.id && id !== survivor.id)
      .slice(0, MOST_REDIRECTS);
    return {
      after: merged.double,
      reason: body.reason ?? 'merged',
      others: [
        { before: survivor, after: merged.survivor },
        ...earlier.map((place) => ({ before: place, after: { ...place, mergedInto: survivor.id } })),
      ],
      more: [
        ...licenceOperations(before, survivor),
        ...(passesOwner(before, survivor)
          ? []
          : tellOwner(before, 'place_retired', { now, newId }, { reason: told })),
      ],
    };
  });

/** The place that stays, at the end of whatever it was merged into itself. */
const getSurvivor = async (id: string, requireScope: RequireScope): Promise<Place> => {
  let place = await getPlaceOfStaff(id, requireScope);
  for (let step = 1; place.mergedInto !== undefined && step <= MOST_STEPS; step++)
    place = await getPlaceOfStaff(place.mergedInto, requireScope);
  requireState(place, 'published', 'suspended');
  return place;
};

const licenceOperations = (double: Place, survivor: Place): WriteOperation[] => {
  if (double.licenceCode === undefined) return [];
  return passesOwner(double, survivor)
    ? [moveLicence(double.licenceCode, { from: double.id, to: survivor.id })]
    : [releaseLicence(double.licenceCode)];
};

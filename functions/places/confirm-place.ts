import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import type { Operation } from '../runtime/define-function.ts';
import { moveRiderSigns, saveSign } from '../store/confirmations.ts';
import { findPlace } from '../store/places.ts';
import { networkOf } from '../store/salted-hash.ts';

/**
 * Takes what somebody in front of the door says with one tap; nobody need be signed in. A second tap of the same
 * kind on the same day is thanked for and changes nothing.
 */
export const confirmPlace: Operation<typeof placeRoutes.confirmPlace> = async ({
  params,
  body,
  session,
  address,
  now,
}) => {
  const place = await findPlace(params.id);
  if (!place || !isOnMap(place)) throw new DomainError('not_found', `path id: ${params.id}`);
  const { kind } = body;
  const caller = session?.personId ?? networkOf(address);
  if (await saveSign(place, { kind, caller, now })) await moveRiderSigns(place.id, kind, now);
  return { body: { received: true } };
};

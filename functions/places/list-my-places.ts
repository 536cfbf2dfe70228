import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listPlacesOfOwner } from '../store/places-of-owner.ts';
import { getOwnPlace } from './own-place.ts';
import { placeAnswer, placeRecords } from './place-record.ts';

/** The places one owns, oldest first; those that left the map too. */
export const listMyPlaces: Operation<typeof placeRoutes.listMyPlaces> = async ({ session, now }) => ({
  body: { places: await placeRecords(await listPlacesOfOwner(session.personId), now, 'owner') },
});

/** One of one's own places. */
export const getMyPlace: Operation<typeof placeRoutes.getMyPlace> = async ({ params, session, now }) =>
  placeAnswer(await getOwnPlace(params.id, session.personId), now, 'owner');

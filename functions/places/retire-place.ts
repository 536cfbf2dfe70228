import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { retiredPlace } from '../../shared/place/retired-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { releaseLicence } from '../store/licences.ts';
import { tellOwner } from '../store/tell-owner.ts';
import { changePlace, requireState } from './change-place.ts';

/** Takes a place off the map for good; a tombstone stays, and its shop may register again. */
export const retirePlace: Operation<typeof placeRoutes.retirePlace> = (request) =>
  changePlace(request, (before) => {
    requireState(before, 'draft', 'published', 'suspended');
    const { now, body } = request;
    return {
      after: retiredPlace(before, now.toISOString()),
      reason: body.reason,
      more: [
        ...(before.licenceCode ? [releaseLicence(before.licenceCode)] : []),
        ...tellOwner(before, 'place_retired', { now, newId }, { reason: body.reason }),
      ],
    };
  });

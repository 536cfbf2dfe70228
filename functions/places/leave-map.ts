import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { retiredPlace } from '../../shared/place/retired-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { releaseLicence } from '../store/licences.ts';
import { changeOwnPlace } from './own-place.ts';

/** Takes one's place off the map for good; its licence is free, its pictures are nobody's to see. */
export const leaveMap: Operation<typeof placeRoutes.leaveMap> = (request) =>
  changeOwnPlace(request, (before) => ({
    after: before.state === 'retired' ? undefined : retiredPlace(before, request.now.toISOString()),
    reason: request.body.reason,
    more: before.licenceCode ? [releaseLicence(before.licenceCode)] : [],
  }));

import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { patchedPlace } from '../../shared/place/staff-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { changePlace, requireState } from './change-place.ts';
import { requirePositionIn } from './check-position.ts';
import { chosenPhotos } from './chosen-photos.ts';

/** Changes what a place says; where nothing differs nothing is written. */
export const updatePlace: Operation<typeof placeRoutes.updatePlace> = (request) =>
  changePlace(request, async (before) => {
    const { body, session } = request;
    requireState(before, 'draft', 'published', 'suspended');
    if (body.position) await requirePositionIn(before.subdistrict, body.position);
    const photos = body.photos && (await chosenPhotos(body.photos, session.personId, before.photos));
    return { after: patchedPlace(before, body, photos), reason: body.reason ?? 'updated' };
  });

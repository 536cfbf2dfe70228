import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { canonicalJson } from '../../shared/place/canonical-json.ts';
import { Place } from '../../shared/place/place.ts';
import { restoredPlace } from '../../shared/place/restored-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findChangeOfPlace } from '../store/changes.ts';
import { changePlace, requireState } from './change-place.ts';

/** Brings the content of a place back to how it stood before a change; that is a change of its own. */
export const restorePlace: Operation<typeof placeRoutes.restorePlace> = (request) =>
  changePlace(request, async (place) => {
    requireState(place, 'draft', 'published', 'suspended');
    const { change: id } = request.body;
    const change = await findChangeOfPlace(place.id, id);
    if (!change) throw new DomainError('not_found', `change ${id} of place ${place.id}`);
    if (change.before === undefined)
      throw new DomainError('wrong_state', `the place was not there before change ${id}`);
    const after = restoredPlace(place, Place.parse(change.before));
    const isSame = canonicalJson(after) === canonicalJson(place);
    return { after: isSame ? place : after, reason: 'restored' };
  });

import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { refusedField } from '../../shared/api/problem.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { tellOwner } from '../store/tell-owner.ts';
import { changePlace, requireState } from './change-place.ts';

const DAY = 86_400_000;

/** An owner whose yearly confirmation ran out gets this long, when staff open the place for them. */
const GRACE_DAYS = 30;

/** Shows a place as closed for the time being, or changes why and until when it is. */
export const suspendPlace: Operation<typeof placeRoutes.suspendPlace> = (request) =>
  changePlace(request, (before) => {
    const { body, now } = request;
    requireState(before, 'published', 'suspended');
    if (body.until !== undefined && Date.parse(body.until) <= now.getTime())
      throw refusedField('until', 'must lie ahead');
    return {
      after: { ...before, state: 'suspended', suspension: body },
      reason: body.reason,
      more: tellOwner(before, 'place_suspended', { now, newId }, { reason: body.reason }),
    };
  });

/** Shows it as open again, whoever had closed it. */
export const resumePlace: Operation<typeof placeRoutes.resumePlace> = (request) =>
  changePlace(request, (before) => {
    requireState(before, 'suspended');
    const { suspension, ...open } = before;
    const after: Place = { ...open, state: 'published' };
    const grace = localDateOf(new Date(request.now.getTime() + GRACE_DAYS * DAY));
    if (suspension?.by === 'overdue' && (before.confirmBy ?? grace) < grace) after.confirmBy = grace;
    const reason: ChangeReason = 'resumed';
    return { after, reason, more: tellOwner(before, 'place_resumed', { now: request.now, newId }) };
  });

import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { refusedField } from '../../shared/api/problem.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import { isPauseReason } from '../../shared/labels/pause-reasons.ts';
import { confirmedPlace, pausedPlace, resumedPlace } from '../../shared/place/own-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { checkText } from '../store/text-check.ts';
import { changeOwnPlace } from './own-place.ts';

const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** Closes one's place for a while. The reason is public at once, so the machine must pass words of one's own. */
export const pauseMyPlace: Operation<typeof placeRoutes.pauseMyPlace> = (request) =>
  changeOwnPlace(request, async (before) => {
    const { body, session, now } = request;
    requireAhead(body.until, now);
    const after = pausedPlace(before, body);
    if (after && !isPauseReason(body.reason) && body.reason !== before.suspension?.reason) {
      if ((await checkText(session.personId, body.reason)) !== 'pass')
        throw refusedField('reason', 'not passed by the check of texts', 'text_refused');
    }
    return { after, reason: body.reason };
  });

/** Opens one's place again before its pause ends. */
export const resumeMyPlace: Operation<typeof placeRoutes.resumeMyPlace> = (request) =>
  changeOwnPlace(request, (before) => {
    const reason: ChangeReason = 'resumed';
    return { after: resumedPlace(before), reason };
  });

/** Says that all of it is still true. */
export const confirmMyPlace: Operation<typeof placeRoutes.confirmMyPlace> = (request) =>
  changeOwnPlace(request, (before) => {
    const reason: ChangeReason = 'confirmed';
    return { after: confirmedPlace(before, request.now), reason };
  });

const requireAhead = (until: string, now: Date): void => {
  const ahead = Date.parse(until) - now.getTime();
  if (ahead > 0 && ahead <= LONGEST_DAYS * DAY) return;
  throw refusedField('until', 'must lie ahead, within a year');
};

import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { changePlace, requireState } from './change-place.ts';
import { getPlaceOfStaff } from './place-of-staff.ts';
import { signSettlement } from './sign-settlement.ts';

/** Somebody of the staff stands there: it is true as of now, and whatever riders had said is settled. */
export const verifyPlace: Operation<typeof placeRoutes.verifyPlace> = (request) =>
  changePlace(request, async (before) => {
    requireState(before, 'published', 'suspended');
    const at = request.now.toISOString();
    const reason: ChangeReason = 'verified';
    const more = await signSettlement(before, request.now);
    return { after: { ...withoutComplaints(before), verifiedAt: at, verifiedBy: 'staff' }, reason, more };
  });

/** Closes riders' signs without a visit to the place: looked into, or of no account. */
export const settleConfirmations: Operation<typeof placeRoutes.settleConfirmations> = async (request) => {
  const { version } = await getPlaceOfStaff(request.params.id, request.requireScope);
  return changePlace({ ...request, ifMatch: version }, async (before) => {
    requireState(before, 'published', 'suspended');
    const reason: ChangeReason = request.body.outcome === 'checked' ? 'signs_checked' : 'signs_dismissed';
    const more = await signSettlement(before, request.now);
    const { doorLockedAt, wrongInformationAt } = before.riderSigns ?? {};
    const isNothing = more.length === 0 && doorLockedAt === undefined && wrongInformationAt === undefined;
    return { after: isNothing ? before : withoutComplaints(before), reason, more };
  });
};

/** That it is still there stays said; what was complained about is settled. */
const withoutComplaints = (place: Place): Place => {
  const { riderSigns, ...rest } = place;
  const stillThereAt = riderSigns?.stillThereAt;
  return { ...rest, ...(stillThereAt && { riderSigns: { stillThereAt } }) };
};

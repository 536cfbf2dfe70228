import type { OwnPlacePatch, placeRoutes } from '../../shared/api/place-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { CheckResult } from '../../shared/photo/photo.ts';
import { draftOf, newTextsOf } from '../../shared/place/held-fields.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { patchedPlace } from '../../shared/place/staff-place.ts';
import { worstCheck } from '../../shared/registration/worst-check.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findPhotos } from '../store/photos.ts';
import { changeForReviewOperations } from '../store/registrations.ts';
import { checkText } from '../store/text-check.ts';
import { newId } from './change-place.ts';
import { chosenPhotos } from './chosen-photos.ts';
import { changeOwnPlace } from './own-place.ts';

/**
 * Changes what an owner may change by themselves: live at once and recorded. Fields with new words or pictures that
 * the machine does not pass are not published; they go to a reviewer, and the answer names that change.
 */
export const updateMyPlace: Operation<typeof placeRoutes.updateMyPlace> = (request) =>
  changeOwnPlace(request, async (before) => {
    const { body, session, now } = request;
    if (!isOnMap(before)) return { after: undefined, reason: '' };
    const { photos: ids, ...patch } = body;
    const photos = ids && (await chosenPhotos(ids, session.personId, before.photos));
    const texts = newTextsOf(patch, before);
    const checks = {
      text: await textCheck(session.personId, [...texts.values()].flat()),
      photos: await photosCheck(ids ?? [], before),
    };
    const heldTexts: readonly string[] = checks.text === 'pass' ? [] : [...texts.keys()];
    const areHeld = checks.photos !== 'pass';
    const fields = { ...draftOf(only(patch, heldTexts)), ...(areHeld && ids && { photos: ids }) };
    const held = { place: before, applicant: session.personId, fields, checks };
    const live = only(
      patch,
      Object.keys(patch).filter((field) => !heldTexts.includes(field)),
    );
    const reason: ChangeReason = 'updated';
    return {
      after: patchedPlace(before, live, areHeld ? undefined : photos),
      reason,
      more: heldTexts.length > 0 || areHeld ? changeForReviewOperations(held, { now, newId }) : [],
    };
  });

const only = (patch: Omit<OwnPlacePatch, 'photos'>, fields: readonly string[]): typeof patch =>
  Object.fromEntries(Object.entries(patch).filter(([field]) => fields.includes(field)));

const textCheck = async (personId: string, texts: readonly string[]) =>
  texts.length === 0 ? 'pass' : checkText(personId, texts.join('\n'));

/** What the machine says by now of the pictures that the place does not show yet. */
const photosCheck = async (ids: readonly string[], { photos = [] }: Place): Promise<CheckResult> => {
  const fresh = ids.filter((id) => !photos.some((photo) => photo.id === id));
  return worstCheck((await findPhotos(fresh)).map(({ check }) => check));
};

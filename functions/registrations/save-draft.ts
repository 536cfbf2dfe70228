import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Draft, DraftPatch } from '../../shared/registration/application.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import { fieldsOfKind } from '../../shared/registration/review-fields.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { getUsablePhotos } from '../store/photos.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { transact } from '../store/transact.ts';
import { findOwnPhone } from './own-phone.ts';
import { getSeenRegistration, ownAnswer } from './own-registration.ts';
import { patchedContact } from './patched-contact.ts';
import { patchedDraft } from './patched-draft.ts';
import { subdistrictOfDraft } from './place-of-draft.ts';

/** Saves the fields that have changed, of a draft or of what a reviewer has asked to be changed. */
export const saveDraft: Operation<typeof registrationRoutes.saveDraft> = async (request) => {
  const { session, now } = request;
  const { usesMyPhone, ...fields } = request.body;
  const before = await getSeenRegistration(request);
  stateAfter(before.state, 'edit');
  const body = usesMyPhone ? { ...fields, contactPhone: await getOwnPhone(session.personId) } : fields;
  requireFieldsOfKind(before, body);
  const added = (body.photos ?? []).filter((id) => !before.application.photos?.includes(id));
  await getUsablePhotos(added, session.personId);
  const application = patchedDraft(before.application, body, now);
  const contact = await patchedContact(before, body);
  const { subdistrict: known, contact: _, notADouble, ...rest } = before;
  const subdistrict =
    body.position === undefined ? known : await subdistrictOfDraft(before, application.position);
  const after: Registration = {
    ...rest,
    ...(subdistrict && { subdistrict }),
    application,
    ...(contact && { contact }),
    // Who says that it is another shop said so of this name in this place.
    ...(notADouble && isSamePlace(before.application, application) && { notADouble }),
    updatedAt: now.toISOString(),
    version: before.version + 1,
  };
  await transact(registrationOperations({ before, after }, newId));
  return ownAnswer(after);
};

const getOwnPhone = async (personId: string): Promise<string> => {
  const phone = await findOwnPhone(personId);
  if (!phone) throw new DomainError('wrong_state', 'WeChat has told no number of this person');
  return phone;
};

const requireFieldsOfKind = ({ kind, application }: Registration, patch: DraftPatch): void => {
  const allowed = fieldsOfKind(kind);
  if (!allowed) return;
  const fields = Object.keys(patch)
    .filter((name) => !(allowed as readonly string[]).includes(name) && !(name in application))
    .map((field) => ({ in: 'body', field, message: 'the owner changes this without a review' }) as const);
  if (fields.length > 0)
    throw new DomainError('invalid_request', `body ${fields[0]?.field}: ${fields[0]?.message}`, { fields });
};

const isSamePlace = (before: Draft, after: Draft): boolean =>
  before.name === after.name && JSON.stringify(before.position) === JSON.stringify(after.position);

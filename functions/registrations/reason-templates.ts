import { coversWhole } from '../../shared/access/covers.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { personAuthor } from '../store/change-items.ts';
import {
  getReasonTemplates as readTemplates,
  saveReasonTemplates as writeTemplates,
} from '../store/reason-templates.ts';

/** The reasons that reviewers of a subdistrict use again and again; version 0 are the built-in ones. */
export const getReasonTemplates: Operation<typeof registrationRoutes.getReasonTemplates> = async ({
  params,
}) => {
  const body = await readTemplates(params.code);
  return { body, headers: { etag: `"${body.version}"` } };
};

/** Replaces them all: for the whole subdistrict, so that who looks after some of its grids may not. */
export const saveReasonTemplates: Operation<typeof registrationRoutes.saveReasonTemplates> = async ({
  params,
  body,
  session,
  ifMatch,
  now,
}) => {
  if (!coversWhole(session.grants, ['reviewer'], params.code))
    throw new DomainError('forbidden', `all grids of subdistrict ${params.code}`);
  const before = await readTemplates(params.code);
  requireVersion(before, ifMatch);
  const reason: ChangeReason = 'reason_templates';
  const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
  const after = await writeTemplates(params.code, { before, entries: body.templates }, { change, newId });
  return { body: after, headers: { etag: `"${after.version}"` } };
};

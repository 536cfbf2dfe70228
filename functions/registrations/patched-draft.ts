import { refusedField } from '../../shared/api/problem.ts';
import type { Draft, DraftPatch } from '../../shared/registration/application.ts';
import { ApplicationFields } from '../../shared/registration/application.ts';
import { normaliseCreditCode } from '../../shared/registration/credit-code.ts';

/** The fields of a draft with a patch laid over them: `null` takes one away. Contact fields stand elsewhere. */
export const patchedDraft = (draft: Draft, patch: DraftPatch, now: Date): Draft => {
  const { contactName, contactPhone, ...fields } = patch;
  const next: Record<string, unknown> = { ...draft, ...fields };
  if (typeof fields.licenceCode === 'string') next.licenceCode = licenceCode(fields.licenceCode);
  // The moment of a promise is the one in which it reached us, and it stays the first one.
  if (fields.consent)
    next.consent =
      draft.consent?.version === fields.consent.version
        ? draft.consent
        : { version: fields.consent.version, acceptedAt: now.toISOString() };
  if (fields.photos) next.photos = [...new Set(fields.photos)];
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== null && value !== undefined),
  ) as Draft;
};

const licenceCode = (text: string): string => {
  const code = normaliseCreditCode(text);
  if (ApplicationFields.shape.licenceCode.safeParse(code).success) return code;
  throw refusedField('licenceCode', '18 letters and digits');
};

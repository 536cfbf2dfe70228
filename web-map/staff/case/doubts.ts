import type { Case } from '../../../shared/registration/case.ts';
import type { StaffMessages } from '../../i18n/staff/messages.ts';

/** What should be looked at before an approval, in words. None: nothing speaks against it. */
export function doubtsOf(
  { checks, suspects, photos, application, kind }: Case,
  words: StaffMessages,
): string[] {
  const doubts: string[] = [];
  if (checks && checks.text !== 'pass') doubts.push(words.doubt.text[checks.text]);
  if (checks && checks.photos !== 'pass' && photos.length > 0) doubts.push(words.doubt.photos[checks.photos]);
  // A change says only what it changes: licence and pledge stand with the place.
  const isWhole = kind !== 'change';
  if (checks && checks.licence !== 'valid' && (isWhole || application.licenceCode))
    doubts.push(words.doubt.licence[checks.licence]);
  const [nearest] = suspects;
  if (nearest) doubts.push(words.doubt.suspects(nearest.place.properties.name, suspects.length));
  if (isWhole && !application.consent) doubts.push(words.doubt.noConsent);
  return doubts;
}

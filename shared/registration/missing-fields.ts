import type { Photo } from '../photo/photo.ts';
import type { ApplicationField } from './application.ts';
import { PLEDGE } from './pledge.ts';
import type { Registration } from './registration.ts';

const NEEDED: readonly ApplicationField[] = [
  'name',
  'category',
  'licenceCode',
  'position',
  'address',
  'schedule',
  'amenities',
  'consent',
  'contactName',
  'contactPhone',
];

/** Why an application cannot be submitted yet: the field, and what is the matter with it. */
export type MissingField = {
  field: ApplicationField;
  why: 'missing' | 'no_offer' | 'outside_subdistrict' | 'old_version' | 'photo_not_ready';
};

/**
 * What is missing or wrong before a registration can be submitted, in the order of the form. What merely deserves a
 * look, such as a wrong check digit, stops nobody. `photos` are those of the application that exist.
 */
export const missingFields = (
  {
    kind,
    application,
    contact,
    subdistrict,
  }: Pick<Registration, 'kind' | 'application' | 'contact' | 'subdistrict'>,
  photos: readonly Pick<Photo, 'id' | 'state'>[],
): MissingField[] => {
  // A change asks for what it holds; the rest stays as the place says.
  const needed = kind === 'change' ? [] : NEEDED;
  const missing: MissingField[] = needed
    .filter((field) => !isThere(field, { application, contact }))
    .map((field) => ({ field, why: 'missing' }));
  if (application.position && subdistrict === undefined)
    missing.push({ field: 'position', why: 'outside_subdistrict' });
  if (application.amenities?.length === 0 && kind !== 'change')
    missing.push({ field: 'amenities', why: 'no_offer' });
  if (application.consent && application.consent.version !== PLEDGE.version)
    missing.push({ field: 'consent', why: 'old_version' });
  const ready = new Set(photos.filter(({ state }) => state === 'ready').map(({ id }) => id));
  if (application.photos?.some((id) => !ready.has(id)))
    missing.push({ field: 'photos', why: 'photo_not_ready' });
  return missing;
};

const isThere = (
  field: ApplicationField,
  { application, contact }: Pick<Registration, 'application' | 'contact'>,
): boolean => {
  if (field === 'contactName') return contact?.nameMasked !== undefined;
  if (field === 'contactPhone') return contact?.phoneMasked !== undefined;
  const value = application[field];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
};

import type * as z from 'zod';
import { maskName, maskPhone } from '../../shared/person/phone.ts';
import { ContactFields, type DraftPatch } from '../../shared/registration/application.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { decryptFor, encryptFor } from '../store/person-key.ts';

const Contact = ContactFields.partial();

/** Whom to call with a patch laid over it: encrypted with the applicant's key, beside it what may be shown. */
export const patchedContact = async (
  { contact, applicant }: Pick<Registration, 'contact' | 'applicant'>,
  { contactName, contactPhone }: DraftPatch,
): Promise<Registration['contact']> => {
  if (contactName === undefined && contactPhone === undefined) return contact;
  const known = contact && (await decryptFor(applicant, contact.encrypted));
  const before: z.infer<typeof Contact> = known ? Contact.parse(JSON.parse(known)) : {};
  const name = contactName === undefined ? before.contactName : contactName;
  const phone = contactPhone === undefined ? before.contactPhone : contactPhone;
  if (!name && !phone) return undefined;
  const after = { ...(name && { contactName: name }), ...(phone && { contactPhone: phone }) };
  return {
    encrypted: await encryptFor(applicant, JSON.stringify(after)),
    ...(name && { nameMasked: maskName(name) }),
    ...(phone && { phoneMasked: maskPhone(phone) }),
  };
};

import { decryptFor } from '../store/person-key.ts';
import { findPerson } from '../store/persons.ts';

/** The number that WeChat told for a person; undefined where they have not allowed it. */
export const findOwnPhone = async (personId: string): Promise<string | undefined> => {
  const phone = (await findPerson(personId))?.phone;
  return phone && (await decryptFor(personId, phone.encrypted));
};

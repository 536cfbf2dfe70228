import type { Registration, RegistrationState } from '../../shared/registration/registration.ts';
import { queuePartition } from './keys.ts';
import { queryWholeIndex } from './query-index.ts';
import { readRegistration } from './registration-items.ts';

/**
 * The registrations of a subdistrict in one state: what is under review by its due day, oldest first; what is
 * answered by when it was, `since` a moment.
 */
export const listCasesIn = async (
  subdistrict: string,
  state: RegistrationState,
  since?: string,
): Promise<Registration[]> => {
  const items = await queryWholeIndex('subdistrict', {
    partition: queuePartition(subdistrict, 'registration', state),
    from: since,
  });
  return items.map(readRegistration);
};

import { findItems } from './find-items.ts';
import { pendingChangeKey } from './keys.ts';

/** The registration of the change under review of each of these places, by place; only of those that have one. */
export const findPendingChanges = async (placeIds: readonly string[]): Promise<Map<string, string>> => {
  const items = await findItems(placeIds.map(pendingChangeKey), 'registrationId');
  return new Map(
    items.flatMap((item, index) => {
      const registration = item?.registrationId?.S;
      return registration === undefined ? [] : [[placeIds[index] as string, registration]];
    }),
  );
};

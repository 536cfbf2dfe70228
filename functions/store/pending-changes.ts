import { DomainError } from '../../shared/api/problem.ts';
import { findItems } from './find-items.ts';
import { holdKey } from './hold-key.ts';
import { pendingChangeKey } from './keys.ts';
import { deletion, type WriteOperation } from './transact.ts';

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

/** The write that keeps a place to one change under review; refused as `conflict` where there is another. */
export const holdPendingChange = (placeId: string, registrationId: string): WriteOperation =>
  holdKey(
    pendingChangeKey(placeId),
    { attribute: 'registrationId', id: registrationId },
    new DomainError('conflict', 'another change of this place is under review', { places: [placeId] }),
  );

/** The write that ends the wait of a place's change. */
export const releasePendingChange = (placeId: string): WriteOperation => deletion(pendingChangeKey(placeId));

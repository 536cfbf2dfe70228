import type { Place } from '../../shared/place/place.ts';
import { listOpenSigns, settleSignOperations } from '../store/confirmations.ts';
import { MOST_OPERATIONS, transact, type WriteOperation } from '../store/transact.ts';

/** Leaves room in the transaction for the place, its history, its pictures and the counts. */
const MOST_TOGETHER = MOST_OPERATIONS - 30;

/**
 * The writes that settle all open signs of a place. Where a crowd tapped, the oldest are settled at once, for a
 * transaction takes only so many.
 */
export const signSettlement = async ({ id, subdistrict }: Place, now: Date): Promise<WriteOperation[]> => {
  const signs = (await listOpenSigns(subdistrict, now)).filter(({ place }) => place === id);
  while (signs.length > MOST_TOGETHER) await transact(settleSignOperations(signs.splice(0, MOST_TOGETHER)));
  return settleSignOperations(signs);
};

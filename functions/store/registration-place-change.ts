import type { Place } from '../../shared/place/place.ts';
import { findItems } from './find-items.ts';
import { changeKey } from './keys.ts';
import { readPlace } from './places.ts';

/** A place before and after one entry of its history; undefined where there is no such entry. */
export const findPlaceChange = async (
  placeId: string,
  changeId: string,
): Promise<{ before: Place | undefined; after: Place | undefined } | undefined> => {
  const [item] = await findItems([changeKey(placeId, changeId)]);
  return (
    item && {
      before: item.before?.S === undefined ? undefined : readPlace(item.before.S),
      after: item.after?.S === undefined ? undefined : readPlace(item.after.S),
    }
  );
};

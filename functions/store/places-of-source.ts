import { findItems } from './find-items.ts';
import { sourceKey } from './keys.ts';

/** An id within a source: what makes a place that came from elsewhere unique. */
export type SourceId = { source: string; externalId: string };

/** The ids of the places that hold these ids of sources, in their order; undefined where nobody holds one. */
export const findPlaceIdsOfSource = async (ids: readonly SourceId[]): Promise<(string | undefined)[]> => {
  const keys = ids.map(({ source, externalId }) => sourceKey(source, externalId));
  return (await findItems(keys, 'placeId')).map((item) => item?.placeId?.S);
};

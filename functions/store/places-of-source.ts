import type { Place } from '../../shared/place/place.ts';
import { findItems } from './find-items.ts';
import { placeKey, sourceKey } from './keys.ts';
import { readPlace } from './places.ts';

/** An id within a source: what makes a place that came from elsewhere unique. */
export type SourceId = { source: string; externalId: string };

/** The ids of the places that hold these ids of sources, in their order; undefined where nobody holds one. */
export const findPlaceIdsOfSource = async (ids: readonly SourceId[]): Promise<(string | undefined)[]> => {
  const keys = ids.map(({ source, externalId }) => sourceKey(source, externalId));
  return (await findItems(keys, 'placeId')).map((item) => item?.placeId?.S);
};

/** The places with these ids, by id, in whatever state; those that do not exist are absent. */
export const findPlaces = async (ids: readonly string[]): Promise<Map<string, Place>> => {
  const items = await findItems([...new Set(ids)].map(placeKey), 'place');
  const places = items.flatMap((item) => (item ? [readPlace(item.place?.S)] : []));
  return new Map(places.map((place) => [place.id, place]));
};

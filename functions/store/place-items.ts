import { tileOf } from '../../shared/geo/tile.ts';
import { Place } from '../../shared/place/place.ts';
import { isOnMap, placeFeature } from '../../shared/place/place-summary.ts';
import { changeItem } from './change-items.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import {
  changeKey,
  personIndexKey,
  placeKey,
  placesPartition,
  sourceKey,
  subdistrictIndexKey,
  tileIndexKey,
} from './keys.ts';
import type { PlaceChange } from './place-change.ts';
import { storedText } from './stored-text.ts';

/**
 * The item of a place: the whole of it as JSON text, the keys of its subdistrict's queue and, while it stands
 * on the map, of its tile with the summary that tiles answer.
 * @throws DomainError `invalid_request` when it is too large to store.
 */
export const placeItem = (place: Place): Item => {
  // What cannot be read back must never be written: one bad item would break every list that holds it.
  const text = storedText(Place.parse(place), place.name);
  return {
    ...strings(placeKey(place.id)),
    ...strings(subdistrictIndexKey(placesPartition(place.subdistrict, place.state), place.id)),
    ...strings({ place: text }),
    ...(place.owner && strings(personIndexKey(place.owner, 'place', place.createdAt))),
    ...(isOnMap(place) &&
      strings({
        ...tileIndexKey(tileOf(place.position), place.id),
        summary: JSON.stringify(placeFeature(place)),
      })),
    version: { N: `${place.version}` },
    ...SCHEMA_VERSION,
  };
};

/** The item that keeps an external id to one place. */
export const uniquenessItem = (
  { source, externalId }: { source: string; externalId: string },
  placeId: string,
): Item => ({ ...strings({ ...sourceKey(source, externalId), placeId }), ...SCHEMA_VERSION });

/** One entry of a place's history, with the whole place before and after. */
export const placeChangeItem = (
  { before, after, change }: Pick<PlaceChange, 'before' | 'after' | 'change'>,
  id: string,
): Item =>
  changeItem(changeKey(after.id, id), {
    subject: { type: 'place', id: after.id, name: after.name },
    subdistrict: after.subdistrict,
    before,
    after,
    change,
  });

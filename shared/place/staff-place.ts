import type { PlacePhoto } from '../photo/photo.ts';
import { placedAt } from '../registration/picked-position.ts';
import { canonicalJson } from './canonical-json.ts';
import { kindOf } from './kind.ts';
import { Place } from './place.ts';
import { searchKey } from './search-key.ts';
import type { StaffNewPlace, StaffPlacePatch } from './staff-place-patch.ts';

/** What the system adds to what staff wrote. */
type Stamp = { id: string; markerId: number; at: string };

/** A place as staff put it on the map. Only a nest has a tier. */
export const newStaffPlace = (
  { position, photos: _ids, notADouble: _said, ...written }: StaffNewPlace,
  photos: PlacePhoto[],
  { id, markerId, at }: Stamp,
): Place =>
  Place.parse({
    ...written,
    ...placedAt(position),
    tier: written.category === 'nuanxin_nest' ? written.tier : undefined,
    ...(photos.length > 0 && { photos }),
    id,
    markerId,
    kind: kindOf(written.category),
    state: 'published',
    searchKey: searchKey(written),
    createdAt: at,
    updatedAt: at,
    version: 1,
  });

/**
 * A place with what staff changed laid over it; the very same where nothing differs. `null` takes a field away, a
 * position brings its own accuracy or none, and a place that is no nest any more loses its tier. `photos` are the
 * pictures that the patch names, absent where it names none.
 */
export const patchedPlace = (
  before: Place,
  { position, photos: _ids, reason: _why, ...patch }: StaffPlacePatch,
  photos: PlacePhoto[] | undefined,
): Place => {
  const { accuracyMeters, ...elsewhere } = before;
  const fields = {
    ...(position ? { ...elsewhere, ...placedAt(position) } : before),
    ...Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value ?? undefined])),
    ...(photos && { photos: photos.length > 0 ? photos : undefined }),
  } as Place;
  const after = Place.parse({
    ...fields,
    kind: kindOf(fields.category),
    tier: fields.category === 'nuanxin_nest' ? fields.tier : undefined,
    searchKey: searchKey(fields),
  });
  return canonicalJson(after) === canonicalJson(before) ? before : after;
};

import * as z from 'zod';
import { GridCode } from '../../shared/access/grant.ts';
import { PersonId } from '../../shared/person/person-id.ts';
import { Photo, type PlacePhoto } from '../../shared/photo/photo.ts';
import { PlaceId, SubdistrictCode } from '../../shared/place/place.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { personIndexKey, subdistrictIndexKey } from './keys.ts';
import { photoKey, UNUSED_PHOTOS } from './photo-keys.ts';

/** A picture as it is stored. */
export const StoredPhoto = Photo.extend({
  owner: PersonId,
  /** The place on the map that shows it. */
  place: PlaceId.optional(),
  /** Whose staff may look at it: where the place lies, or the registration that it was sent in with. */
  subdistrict: SubdistrictCode.optional(),
  grid: GridCode.optional(),
});
export type StoredPhoto = z.infer<typeof StoredPhoto>;

/** Each field is an attribute of its own, so that a place, a check and an owner can be written without reading. */
const Attributes = z.object({
  ...StoredPhoto.omit({ width: true, height: true }).shape,
  width: z.coerce.number().int().optional(),
  height: z.coerce.number().int().optional(),
});

/** The item of a picture that is still to be uploaded; the clock forgets it where nobody ever uses it. */
export const newPhotoItem = (photo: StoredPhoto): Item => ({
  ...strings({
    ...photoKey(photo.id),
    ...personIndexKey(photo.owner, 'photo', photo.createdAt),
    ...subdistrictIndexKey(UNUSED_PHOTOS, photo.createdAt),
    id: photo.id,
    state: photo.state,
    check: photo.check,
    owner: photo.owner,
    createdAt: photo.createdAt,
  }),
  ...SCHEMA_VERSION,
});

/** The picture of an item; undefined where there is none, or no more. */
export const readPhoto = (item: Item | undefined): StoredPhoto | undefined => {
  // A key alone is what is left of a picture that was deleted while a place gave it up.
  if (!item?.owner) return undefined;
  return Attributes.parse(Object.fromEntries(Object.entries(item).map(([name, { S, N }]) => [name, S ?? N])));
};

/** A picture as its owner sees it. */
export const photoOf = ({ id, state, width, height, check, createdAt }: StoredPhoto): Photo => ({
  id,
  state,
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
  check,
  createdAt,
});

/** A picture as a place keeps it; undefined while it is not ready. */
export const placePhotoOf = ({ id, state, width, height }: Photo): PlacePhoto | undefined =>
  state === 'ready' && width !== undefined && height !== undefined ? { id, width, height } : undefined;

import * as z from 'zod';
import { GridCode } from '../access/grant.ts';
import { MOST_PHOTOS, PhotoId } from '../photo/photo.ts';
import { PickedPosition } from '../registration/application.ts';
import { Amenity } from './amenity.ts';
import { Access, NewPlace, PlaceService } from './place.ts';
import { plainText } from './plain-text.ts';
import { Schedule } from './schedule.ts';

/** What staff write down of a new place. */
export const StaffNewPlace = NewPlace.omit({
  position: true,
  givenPosition: true,
  accuracyMeters: true,
  verifiedAt: true,
  verifiedBy: true,
})
  .extend({
    position: PickedPosition,
    grid: GridCode.optional(),
    photos: z.array(PhotoId).max(MOST_PHOTOS).optional(),
    /** Staff have seen the places it may be a double of and say that it is another. */
    notADouble: z.boolean().optional(),
  })
  .strict()
  .meta({ id: 'StaffNewPlace' });
export type StaffNewPlace = z.infer<typeof StaffNewPlace>;

/** What staff change; `null` takes an optional field away. */
export const StaffPlacePatch = z
  .strictObject({
    name: plainText(60).min(1),
    nameEn: plainText(120).min(1).nullable(),
    aliases: z.array(plainText(60).min(1)).max(10).nullable(),
    address: plainText(200),
    category: NewPlace.shape.category,
    tier: NewPlace.shape.tier.unwrap().nullable(),
    position: PickedPosition,
    schedule: Schedule.nullable(),
    services: z.array(PlaceService).max(20),
    amenities: z.array(Amenity).max(30),
    access: Access.nullable(),
    phone: plainText(40).nullable(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable(),
    pledge: plainText(300).nullable(),
    grid: GridCode.nullable(),
    photos: z.array(PhotoId).max(MOST_PHOTOS),
    /** Why, for the history. */
    reason: plainText(200).min(1),
  })
  .partial()
  .meta({ id: 'StaffPlacePatch' });
export type StaffPlacePatch = z.infer<typeof StaffPlacePatch>;

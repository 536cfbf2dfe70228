import * as z from 'zod';
import { MOST_PHOTOS, PhotoId } from '../photo/photo.ts';
import { Amenity } from './amenity.ts';
import { Access, PlaceService } from './place.ts';
import { plainText } from './plain-text.ts';
import { Schedule } from './schedule.ts';

/** What an owner changes by themselves, live at once. */
export const OwnPlacePatch = z
  .strictObject({
    schedule: Schedule,
    services: z.array(PlaceService).max(20),
    amenities: z.array(Amenity).max(30),
    access: Access,
    phone: plainText(40).nullable(),
    pledge: plainText(300).nullable(),
    photos: z.array(PhotoId).max(MOST_PHOTOS),
  })
  .partial()
  .meta({ id: 'OwnPlacePatch' });
export type OwnPlacePatch = z.infer<typeof OwnPlacePatch>;

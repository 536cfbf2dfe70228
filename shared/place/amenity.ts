import * as z from 'zod';
import { plainText } from './plain-text.ts';

export const AmenityCode = z.enum([
  'drinking_water',
  'hot_water',
  'seats',
  'air_conditioning',
  'heating',
  'microwave',
  'fridge',
  'phone_charging',
  'power_bank',
  'ebike_charging',
  'ebike_parking',
  'toilet',
  'first_aid',
  'medicines',
  'epidemic_supplies',
  'rain_gear',
  'wifi',
  'books',
  'tools',
  'aed',
  'shower',
  'rest_bed',
  'free_tea',
  'rider_meal_discount',
  'fast_pickup',
]);
export type AmenityCode = z.infer<typeof AmenityCode>;

/** Something a place offers: it works, or it is out of order since a moment. */
export const Amenity = z
  .object({
    code: AmenityCode,
    state: z.enum(['working', 'broken']),
    brokenSince: z.iso.datetime().optional(),
    note: plainText(100).optional(),
  })
  .meta({ id: 'Amenity' });
export type Amenity = z.infer<typeof Amenity>;

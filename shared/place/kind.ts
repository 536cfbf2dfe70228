import * as z from 'zod';

/** The three kinds of places and the categories of each, in the order in which people see them. */
export const CATEGORIES_OF_KIND = {
  station: ['nuanxin_nest', 'charity_post', 'care_point'],
  merchant: ['restaurant', 'convenience_store', 'pharmacy', 'bank', 'hotel', 'repair_shop', 'other_shop'],
  facility: [
    'canteen',
    'elderly_meal_point',
    'lunch_point',
    'clinic',
    'pharmacy_point',
    'public_toilet',
    'ebike_charging',
    'battery_swap',
    'park',
    'culture',
    'fitness',
    'party_service',
    'service_hall',
    'neighbourhood_centre',
    'market',
    'library',
    'maker_space',
    'micro_fire_station',
    'school',
    'kindergarten',
    'elderly_care',
    'other',
  ],
} as const;

export const Kind = z.enum(['station', 'merchant', 'facility']);
export type Kind = z.infer<typeof Kind>;

export const Category = z.enum([
  ...CATEGORIES_OF_KIND.station,
  ...CATEGORIES_OF_KIND.merchant,
  ...CATEGORIES_OF_KIND.facility,
]);
export type Category = z.infer<typeof Category>;

/** Tiers of the 暖新巢 network, widest first. Only a `nuanxin_nest` has one. */
export const Tier = z.enum(['centre', 'hub', 'grid', 'micro']);
export type Tier = z.infer<typeof Tier>;

const KIND_OF_CATEGORY = new Map<Category, Kind>(
  Kind.options.flatMap((kind) => CATEGORIES_OF_KIND[kind].map((category) => [category, kind] as const)),
);

/** The kind a category belongs to. */
export const kindOf = (category: Category): Kind => KIND_OF_CATEGORY.get(category) as Kind;

import * as z from 'zod';
import { CATEGORIES_OF_KIND } from './categories-of-kind.ts';

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

import * as z from 'zod';
import { isInChina } from '../geo/china.ts';
import { AmenityCode } from '../place/amenity.ts';
import { Category, Kind } from '../place/kind.ts';
import { SubdistrictCode } from '../place/place.ts';

/** The CRS of every coordinate in a request and in its answer. */
export const AnswerCrs = z.enum(['wgs84', 'gcj02']);
export type AnswerCrs = z.infer<typeof AnswerCrs>;

/** Text that holds a number in the one way that is meant: two addresses for one answer would be cached twice. */
const number = (pattern: RegExp, schema: z.ZodNumber) =>
  z.string().regex(pattern, 'a plain number').pipe(z.coerce.number<string>().pipe(schema));

const WHOLE = /^(?:0|[1-9]\d*)$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

// `parameter` is the schema that the OpenAPI document shows: the value that is meant, not the text that carries it.

/** A whole number written out in a query or path. */
export const wholeNumber = (minimum: number, maximum: number) =>
  number(WHOLE, z.int().min(minimum).max(maximum)).meta({ parameter: { type: 'integer', minimum, maximum } });

/** A decimal number written out in a query. */
export const decimalNumber = (minimum: number, maximum: number) =>
  number(DECIMAL, z.number().min(minimum).max(maximum)).meta({
    parameter: { type: 'number', minimum, maximum },
  });

const listOf = <Code extends string>(codes: z.ZodType<Code, Code> & { options: Code[] }) =>
  z
    .pipe(
      z.string().transform((text) => text.split(',') as Code[]),
      z.array(codes).min(1).max(30),
    )
    .meta({ parameter: { type: 'array', items: { type: 'string', enum: codes.options } } });

/** `west,south,east,north` in degrees, within China. */
const BboxQuery = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'four numbers: west,south,east,north')
  .transform((text) => text.split(',').map(Number) as [number, number, number, number])
  .refine(
    ([west, south, east, north]) => west <= east && south <= north,
    'west,south,east,north in this order',
  )
  .refine(
    ([west, south, east, north]) => isInChina([west, south]) && isInChina([east, north]),
    'within China',
  )
  .meta({ parameter: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 } });

/** What any list of places can be narrowed by. */
export const PlaceFilters = z.strictObject({
  kind: listOf(Kind).optional().meta({ description: 'Any of these kinds, comma-separated.' }),
  category: listOf(Category).optional().meta({ description: 'Any of these categories, comma-separated.' }),
  amenities: listOf(AmenityCode)
    .optional()
    .meta({ description: 'All of these amenities, present and working, comma-separated.' }),
  openAt: z
    .union([
      z.literal('now'),
      z.iso.datetime({ offset: true }).refine((text) => /^20\d\d/.test(text), 'a moment of this century'),
    ])
    .optional()
    .meta({ description: 'Only what is open then: `now`, or a moment with its offset.' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'Words of name, address or alias; pinyin and initials too.' }),
});
export type PlaceFilters = z.infer<typeof PlaceFilters>;

export const TileParams = z.strictObject({ x: wholeNumber(0, 16383), y: wholeNumber(0, 16383) });

export const TileQuery = z.strictObject({ crs: AnswerCrs.default('wgs84') });

export const ListPlacesQuery = PlaceFilters.extend({
  bbox: BboxQuery.optional().meta({ description: 'west,south,east,north in degrees; at most 32 tiles.' }),
  subdistrict: SubdistrictCode.optional(),
  limit: wholeNumber(1, 200).default(50),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
  crs: AnswerCrs.default('wgs84'),
});

export const NearbyQuery = PlaceFilters.extend({
  lng: decimalNumber(-180, 180),
  lat: decimalNumber(-90, 90),
  radiusMeters: decimalNumber(0, 5000).default(1000),
  limit: wholeNumber(1, 50).default(20),
  crs: AnswerCrs.default('wgs84').meta({
    description: 'CRS of `lng`, `lat` and of the answer; markers are always GCJ-02.',
  }),
  format: z.enum(['geojson', 'markers']).default('geojson'),
});

export const ExportQuery = z.strictObject({
  subdistrict: SubdistrictCode,
  cursor: z.string().max(200).optional(),
  crs: AnswerCrs.default('wgs84'),
});

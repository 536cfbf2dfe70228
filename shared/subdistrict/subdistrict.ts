import * as z from 'zod';
import { Position } from '../geo/position.ts';
import { SubdistrictCode } from '../place/place.ts';

const Ring = z.array(Position).min(4).max(2000);

/** A border as GeoJSON, WGS-84. */
export const Outline = z
  .union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
  ])
  .meta({ id: 'Outline' });
export type Outline = z.infer<typeof Outline>;

/** A subdistrict (街道) that keeps its places in this installation. */
export const Subdistrict = z
  .object({
    code: SubdistrictCode,
    name: z.string().min(1).max(40),
    nameEn: z.string().min(1).max(80),
    district: z.string().min(1).max(40),
    outline: Outline,
    /** Who drew the outline, under which licence. */
    outlineAttribution: z.string().min(1).max(200),
    /** Licence and attribution of what the subdistrict exports. */
    licence: z.string().min(1).max(100),
    attribution: z.string().min(1).max(200),
  })
  .meta({ id: 'Subdistrict' });
export type Subdistrict = z.infer<typeof Subdistrict>;

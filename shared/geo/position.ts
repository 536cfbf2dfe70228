import * as z from 'zod';

/** Coordinate reference systems in use in China. Stored positions are always `wgs84`. */
export const Crs = z.enum(['wgs84', 'gcj02', 'bd09']);
export type Crs = z.infer<typeof Crs>;

/** `[lng, lat]` in degrees, GeoJSON's order. */
export const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .meta({ id: 'Position', description: 'Longitude and latitude in degrees, in this order (RFC 7946).' });
export type Position = z.infer<typeof Position>;

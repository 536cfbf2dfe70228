import * as z from 'zod';
import { Position } from '../geo/position.ts';
import { isTileAddress } from './tile-address.ts';

/** The map drawn by the page itself: needs no network and no map provider. */
const SketchBaseLayer = z.object({ type: z.literal('sketch') });

/** Raster tiles of a provider, several stacked where the provider splits ground and names (Tianditu: vec, cva). */
const TileBaseLayer = z
  .object({
    type: z.literal('tiles'),
    /** Addresses with `{x}`, `{y}`, `{z}` and, where there are subdomains, `{s}`; drawn in this order. */
    urls: z
      .array(z.string().regex(/^(https:\/\/|\/)/))
      .min(1)
      .max(4),
    subdomains: z.array(z.string().min(1)).min(1).optional(),
    attribution: z.string().min(1).max(200),
    /** 审图号, as the provider states it; shown whenever it is given. */
    reviewNumber: z.string().min(1).max(60).optional(),
    crs: z.enum(['wgs84', 'gcj02']),
    minZoom: z.int().min(0).max(20),
    maxZoom: z.int().min(1).max(20),
  })
  .refine(({ urls, subdomains }) => urls.every((url) => isTileAddress(url, subdomains)), {
    path: ['urls'],
    error: 'must each lie on this site or on one named https host',
  });

export const BaseLayerConfig = z.discriminatedUnion('type', [SketchBaseLayer, TileBaseLayer]);
export type BaseLayerConfig = z.infer<typeof BaseLayerConfig>;

/** The site's `config.json`, read by the pages at run time and by the server for the content security policy. */
export const SiteConfig = z.object({
  baseLayer: BaseLayerConfig,
  /** What the map shows when the address names nothing. WGS-84. */
  start: z.object({ center: Position, zoom: z.number().min(3).max(18) }),
  /** Where pages upload pictures to; the server fills it in. */
  uploadOrigin: z
    .url()
    .refine((address) => new URL(address).origin === address, 'must be an origin')
    .optional(),
  /** Whether the pages offer to sign in as a sample identity, which only a server on one's own machine takes. */
  localSignIn: z.boolean().optional(),
});
export type SiteConfig = z.infer<typeof SiteConfig>;

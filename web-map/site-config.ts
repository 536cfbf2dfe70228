import type { BaseLayerConfig, SiteConfig } from '../shared/site/site-config.ts';
import { isTileAddress } from '../shared/site/tile-address.ts';

/** What the site shows when nobody configured it, or the configuration cannot be read. */
export const DEFAULT_SITE_CONFIG: SiteConfig = {
  baseLayer: { type: 'sketch' },
  start: { center: [121.4165, 31.2185], zoom: 15 },
};

/**
 * Reads `/config.json`. A map without its base layer is still a map, so what is missing or wrong is replaced
 * by the default, part by part; the server has checked the file in full when it was deployed.
 */
export const loadSiteConfig = async (fetch: typeof globalThis.fetch): Promise<SiteConfig> => {
  const answer = await fetch('/config.json').catch(() => undefined);
  if (!answer?.ok) return DEFAULT_SITE_CONFIG;
  return readSiteConfig(await answer.json().catch(() => undefined));
};

/** The valid parts of a configuration, the default for the rest. */
export const readSiteConfig = (value: unknown): SiteConfig => {
  const { baseLayer, start } = (value ?? {}) as Partial<Record<keyof SiteConfig, unknown>>;
  return {
    baseLayer: isTiles(baseLayer) ? baseLayer : DEFAULT_SITE_CONFIG.baseLayer,
    start: isStart(start) ? start : DEFAULT_SITE_CONFIG.start,
  };
};

type Unknown<Type> = { [Key in keyof Type]?: unknown };

const isTiles = (value: unknown): value is Extract<BaseLayerConfig, { type: 'tiles' }> => {
  const tiles = (value ?? {}) as Unknown<Extract<BaseLayerConfig, { type: 'tiles' }>>;
  return (
    tiles.type === 'tiles' &&
    areTexts(tiles.urls) &&
    areTileAddresses(tiles.urls, tiles.subdomains) &&
    typeof tiles.attribution === 'string' &&
    (tiles.reviewNumber === undefined || typeof tiles.reviewNumber === 'string') &&
    (tiles.crs === 'wgs84' || tiles.crs === 'gcj02') &&
    isNumber(tiles.minZoom, 0, 20) &&
    isNumber(tiles.maxZoom, 1, 20)
  );
};

const areTileAddresses = (urls: string[], subdomains: unknown): boolean =>
  (subdomains === undefined || areTexts(subdomains)) && urls.every((url) => isTileAddress(url, subdomains));

const isStart = (value: unknown): value is SiteConfig['start'] => {
  const { center, zoom } = (value ?? {}) as Unknown<SiteConfig['start']>;
  return (
    Array.isArray(center) &&
    center.length === 2 &&
    isNumber(center[0], -180, 180) &&
    isNumber(center[1], -90, 90) &&
    isNumber(zoom, 3, 18)
  );
};

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');

const isNumber = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

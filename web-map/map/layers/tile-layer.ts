import { TileLayer } from 'leaflet';
import type { BaseLayerConfig } from '../../../shared/site/site-config.ts';
import type { MapStage } from '../map-stage.ts';

/** The provider's tiles, stacked in the order of the configuration. */
export const addTileLayers = (
  { map }: MapStage,
  { urls, subdomains, minZoom, maxZoom }: Extract<BaseLayerConfig, { type: 'tiles' }>,
): void => {
  for (const url of urls) {
    new TileLayer(url, {
      pane: 'ground',
      className: 'provider-tiles',
      minZoom,
      maxNativeZoom: maxZoom,
      maxZoom: MAX_ZOOM,
      ...(subdomains && { subdomains }),
    }).addTo(map);
  }
};

/** Tiles are stretched beyond what their provider draws, so that crowded places can be told apart. */
const MAX_ZOOM = 18;

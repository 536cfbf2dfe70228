import '../../../web-map/ui/tokens.css';
import './harness.css';
import type { Position } from '../../../shared/geo/position.ts';
import type { BaseLayerConfig } from '../../../shared/site/site-config.ts';
import { createMapView, type MapView, type MapViewOptions } from '../../../web-map/map/map-view.ts';
import { createTileArchive } from '../../../web-map/offline/tile-archive.ts';
import { manyPlaces } from './many-places.ts';

/** What the map told the page, in order. */
export type Heard = ['move' | 'resize' | 'select' | 'tap' | 'area', unknown][];

declare global {
  interface Window {
    /** Makes a map in `#map`; only for tests and benchmarks, never part of the site. */
    startMap(options?: { baseLayer?: BaseLayerConfig; center?: Position; zoom?: number }): MapView;
    heard: Heard;
    /** The map that a test started. */
    map?: MapView;
    /** Writes the milliseconds between frames down in `frameTimes`, from now on. */
    recordFrames(): void;
    frameTimes: number[];
    manyPlaces: typeof manyPlaces;
    createTileArchive: typeof createTileArchive;
  }
}

const words: MapViewOptions['words'] = {
  map: '地图；列表里有同样的地点',
  zoomIn: '放大',
  zoomOut: '缩小',
  sketchAttribution: '手绘示意图，误差约 50 米；地铁线与边界 © OpenStreetMap 贡献者 (ODbL)',
  reviewNumber: '审图号',
  illustrative: '示例',
};

window.heard = [];
window.manyPlaces = manyPlaces;
window.createTileArchive = createTileArchive;
window.startMap = (options = {}) =>
  createMapView(document.getElementById('map') as HTMLElement, {
    baseLayer: options.baseLayer ?? { type: 'sketch' },
    viewport: { center: options.center ?? [121.4165, 31.2185], zoom: options.zoom ?? 15 },
    words,
    onMove: (viewport) => window.heard.push(['move', viewport]),
    onResize: (viewport) => window.heard.push(['resize', viewport]),
    onSelect: (id) => window.heard.push(['select', id]),
    onTap: (position) => window.heard.push(['tap', position]),
    onSelectArea: (code) => window.heard.push(['area', code]),
  });

window.frameTimes = [];
window.recordFrames = () => {
  let before = performance.now();
  const next = (now: number): void => {
    window.frameTimes.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
};

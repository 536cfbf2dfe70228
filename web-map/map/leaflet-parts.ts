// biome-ignore-all lint/performance/noBarrelFile: stands in for the package, which is a barrel itself.
/**
 * The parts of Leaflet that the map uses. The build puts this file in the place of `leaflet`, whose package
 * names only one file with everything in it; popups, canvas, controls and image overlays stay out.
 */
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import * as DomEvent from 'leaflet/src/dom/DomEvent.js';

export { LatLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Point } from 'leaflet/src/geometry/Point.js';
export { LayerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { DivIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { Marker } from 'leaflet/src/layer/marker/Marker.js';
export { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';
export { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
export { Circle } from 'leaflet/src/layer/vector/Circle.js';
export { Polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { Polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { SVG } from 'leaflet/src/layer/vector/SVG.js';
export { DomEvent, LeafletMap as Map };

/** Leaflet's own chooses between SVG and canvas and so brings both; here every path names its renderer. */
LeafletMap.include({
  getRenderer(this: { addLayer(layer: unknown): void }, path: { options: { renderer: unknown } }) {
    const { renderer } = path.options;
    this.addLayer(renderer);
    return renderer;
  },
});

/** A zoom in flight ends in a timer, which Leaflet leaves running over a map that has been removed. */
LeafletMap.addInitHook(function (this: {
  on(event: string, listener: () => void): void;
  _animatingZoom: boolean;
}) {
  this.on('unload', () => {
    this._animatingZoom = false;
  });
});

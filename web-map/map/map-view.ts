import { LatLngBounds, Map as LeafletMap } from 'leaflet';
import './map.css';
import type { Position } from '../../shared/geo/position.ts';
import type { Bbox } from '../../shared/geo/tile.ts';
import type { BaseLayerConfig } from '../../shared/site/site-config.ts';
import { createAreaLayer } from './layers/area-layer.ts';
import { createPanes } from './layers/draw-order.ts';
import { createOwnPositionLayer } from './layers/own-position-layer.ts';
import { createPlaceLayer } from './layers/place-layer.ts';
import { createSelectedLayer } from './layers/selected-layer.ts';
import { addSketchLayer } from './layers/sketch-layer.ts';
import { addTileLayers } from './layers/tile-layer.ts';
import type { MapArea } from './map-area.ts';
import { createAttribution } from './map-attribution.ts';
import { createControls } from './map-controls.ts';
import { loadCoordinates, wgs84Coordinates } from './map-coordinates.ts';
import type { MapPlace } from './map-place.ts';
import type { MapStage } from './map-stage.ts';
import { paddingOffset, readViewport, visibleMiddle } from './map-viewport.ts';
import type { MapWords } from './map-words.ts';

/** Pixels of the map that something lies over: a sheet below, a search bar above. */
export type Padding = { top?: number; right?: number; bottom?: number; left?: number };

/** What the map shows, WGS-84. `bbox` is the whole container, `center` the middle of what the padding leaves. */
export type Viewport = { bbox: Bbox; zoom: number; center: Position };

/** The rider's own position, or one chosen by tapping. It never leaves the page. */
export type OwnPosition = { position: Position; accuracyMeters?: number; chosen: boolean };

export type MapViewOptions = {
  baseLayer: BaseLayerConfig;
  viewport: { center: Position; zoom: number };
  padding?: Padding;
  words: MapWords;
  /** Pixels that stay free beyond the padding where a whole box is shown. */
  fitPadding?: Padding;
  /** How fine the zoom levels are; whole ones where nothing is said, as tiles are sharp only there. */
  zoomStep?: number;
  onMove(viewport: Viewport): void;
  /** The container has another size, as when a phone's keyboard opens: more or less is seen, nobody moved. */
  onResize(viewport: Viewport): void;
  onSelect(id: string): void;
  onTap(position: Position): void;
  onSelectArea(code: string): void;
  /** Layers that only one page needs: told of the stage once, and whenever everything has to be drawn again. */
  onStage?(stage: MapStage): void;
};

/** A map in a page, free of Leaflet: positions in and out are WGS-84 `[lng, lat]`. */
export type MapView = {
  /** The column of map buttons at the right edge above the padding; a page may put its own before the zoom. */
  controls: HTMLElement;
  /** Replaces the places; what did not change is not drawn again. Below zoom 13 areas show counts instead. */
  setPlaces(places: readonly MapPlace[]): void;
  setAreas(areas: readonly MapArea[]): void;
  /** Lifts one place and shows its name, also where it would stand in a cluster. */
  setSelected(id: string | undefined): void;
  setOwnPosition(own: OwnPosition | undefined): void;
  /** Moves a position to the middle of what the padding leaves. */
  show(position: Position, options?: { zoom?: number }): void;
  showBbox(bbox: Bbox): void;
  getViewport(): Viewport;
  /** Moves attribution, buttons and the map's idea of its middle; the picture stays where it is. */
  setPadding(padding: Padding): void;
  setWords(words: MapWords): void;
  destroy(): void;
};

/** Puts a map into an element that has a size. Everything it draws is removed by `destroy`. */
export const createMapView = (container: HTMLElement, options: MapViewOptions): MapView => {
  const { baseLayer, onMove, onResize, onSelect, onTap, onSelectArea, onStage } = options;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new LeafletMap(container, {
    attributionControl: false,
    zoomControl: false,
    boxZoom: false,
    // The observer below hears of every size; Leaflet's own ear would take a resize for a movement.
    trackResize: false,
    minZoom: baseLayer.type === 'tiles' ? Math.max(MIN_ZOOM, baseLayer.minZoom) : MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: options.zoomStep ?? 1,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
  });
  let coordinates = wgs84Coordinates;
  const stage: MapStage = {
    map,
    toMap: (position) => coordinates.toMap(position),
    fromMap: (point) => coordinates.fromMap(point),
  };
  let padding = options.padding ?? {};
  let words = options.words;
  let areas: readonly MapArea[] = [];
  let own: OwnPosition | undefined;
  let selected: string | undefined;
  let isResizing = false;
  let destroyed = false;

  createPanes(map);
  const areaLayer = createAreaLayer(stage, onSelectArea);
  const placeLayer = createPlaceLayer(stage, onSelect, (position, zoom) =>
    show(position, Math.min(zoom, MAX_ZOOM), !still),
  );
  const selectedLayer = createSelectedLayer(stage);
  const ownLayer = createOwnPositionLayer(stage);
  const attribution = createAttribution(baseLayer);
  const controls = createControls(map, (steps) =>
    map.setZoomAround(visibleMiddle(map, padding), map.getZoom() + steps),
  );

  const drawSelected = () =>
    selectedLayer.draw(
      selected === undefined ? undefined : placeLayer.findPlace(selected),
      words.illustrative,
    );
  const show = (position: Position, zoom: number, animate: boolean): void => {
    const middle = map.project(stage.toMap(position), zoom).subtract(paddingOffset(padding));
    map.setView(map.unproject(middle, zoom), zoom, { animate });
  };
  const applyPadding = (): void => {
    container.style.setProperty('--map-bottom', `${padding.bottom ?? 0}px`);
    container.style.setProperty('--map-left', `${padding.left ?? 0}px`);
    container.style.setProperty('--map-right', `${padding.right ?? 0}px`);
  };
  const applyWords = (): void => {
    container.setAttribute('aria-label', words.map);
    controls.setWords(words);
    attribution.setWords(words);
    drawSelected();
  };
  /** Draws everything again after the base layer's own CRS has been loaded. */
  const applyCoordinates = (loaded: typeof coordinates): void => {
    const { center, zoom } = readViewport(stage, padding);
    coordinates = loaded;
    show(center, zoom, false);
    areaLayer.setAreas(areas);
    placeLayer.draw();
    drawSelected();
    ownLayer.draw(own);
    onStage?.(stage);
  };

  container.setAttribute('role', 'region');
  map.getPane('mapPane')?.setAttribute('aria-hidden', 'true');
  container.append(controls.element, attribution.element);
  applyPadding();
  applyWords();
  show(options.viewport.center, options.viewport.zoom, false);
  areaLayer.draw();
  onStage?.(stage);
  if (baseLayer.type === 'sketch') addSketchLayer(stage);
  else if (baseLayer.crs === 'wgs84') addTileLayers(stage, baseLayer);
  else
    void loadCoordinates(baseLayer.crs).then((loaded) => {
      if (destroyed) return;
      applyCoordinates(loaded);
      addTileLayers(stage, baseLayer);
    });

  map.on('zoomend', areaLayer.draw);
  map.on('moveend', () => {
    placeLayer.drawNextFrame();
    (isResizing ? onResize : onMove)(readViewport(stage, padding));
  });
  map.on('click', ({ latlng }) => onTap(stage.fromMap(latlng)));
  const resized = new ResizeObserver(() => {
    isResizing = true;
    map.invalidateSize({ animate: false });
    isResizing = false;
  });
  resized.observe(container);

  return {
    controls: controls.element,
    setPlaces(places) {
      placeLayer.setPlaces(places);
      drawSelected();
    },
    setAreas(next) {
      areas = next;
      areaLayer.setAreas(areas);
    },
    setSelected(id) {
      selected = id;
      placeLayer.setSelected(id);
      drawSelected();
    },
    setOwnPosition(next) {
      own = next;
      ownLayer.draw(own);
    },
    show: (position, { zoom = map.getZoom() } = {}) => show(position, zoom, !still),
    showBbox([west, south, east, north]) {
      const free = (side: keyof Padding) => 24 + (padding[side] ?? 0) + (options.fitPadding?.[side] ?? 0);
      map.fitBounds(new LatLngBounds(stage.toMap([west, south]), stage.toMap([east, north])), {
        paddingTopLeft: [free('left'), free('top')],
        paddingBottomRight: [free('right'), free('bottom')],
        animate: !still,
      });
    },
    getViewport: () => readViewport(stage, padding),
    setPadding(next) {
      padding = next;
      applyPadding();
    },
    setWords(next) {
      words = next;
      applyWords();
    },
    destroy() {
      destroyed = true;
      resized.disconnect();
      placeLayer.destroy();
      map.remove();
      controls.element.remove();
      attribution.element.remove();
    },
  };
};

const MIN_ZOOM = 9;
const MAX_ZOOM = 18;

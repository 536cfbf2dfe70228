import type { Position } from '../../shared/geo/position.ts';
import type { Bbox } from '../../shared/geo/tile.ts';
import type { BaseLayerConfig } from '../../shared/site/site-config.ts';
import type { MapArea } from './map-area.ts';
import type { MapPlace } from './map-place.ts';
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
  onMove(viewport: Viewport): void;
  onSelect(id: string): void;
  onTap(position: Position): void;
  onSelectArea(code: string): void;
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

export declare const createMapView: (container: HTMLElement, options: MapViewOptions) => MapView;

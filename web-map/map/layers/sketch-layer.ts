import { GridLayer, type Map as LeafletMap, Polygon, Polyline, SVG } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapStage } from '../map-stage.ts';
import { HUAYANG_SKETCH } from '../sketch/huayang.ts';
import type { SketchFeature } from '../sketch/sketch-feature.ts';
import { createSketchNames } from '../sketch/sketch-names.ts';
import { smoothLine } from '../sketch/smooth-line.ts';

type Kind = SketchFeature['kind'];

/** Drawn in this order: all casings of a kind lie under all its fills, so that crossings stay open. */
const STROKES: readonly { kind: Kind; className: string; meters: number; least: number; most: number }[] = [
  { kind: 'waterway', className: 'water', meters: 48, least: 4, most: 90 },
  { kind: 'street', className: 'street-edge', meters: 15, least: 5, most: 24 },
  { kind: 'road', className: 'road-edge', meters: 24, least: 7, most: 34 },
  { kind: 'street', className: 'street', meters: 15, least: 3.5, most: 22.5 },
  { kind: 'road', className: 'road', meters: 24, least: 5, most: 32 },
  { kind: 'metro', className: 'metro', meters: 0, least: 3, most: 3 },
  { kind: 'metro', className: 'metro-ties', meters: 0, least: 1.5, most: 1.5 },
];

/** Of a line whose end is only the end of the sketch, this many pieces at each end fade out. */
const FADING_PIECES = 8;
const FADING_KINDS: readonly Kind[] = ['waterway', 'metro'];

const EARTH_CIRCUMFERENCE_METERS = 40_075_016.7;

/** The map drawn by the page itself: paper with a fine grid, and the quarter as lines and areas. */
export const addSketchLayer = ({ map, toMap }: MapStage): void => {
  const renderer = new SVG({ pane: 'ground', padding: 0.75 });
  const style = { renderer, interactive: false, noClip: true, smoothFactor: 0 };
  new GridLayer({ pane: 'ground', className: 'paper-grid', updateWhenZooming: false }).addTo(map);

  const features = HUAYANG_SKETCH.map((feature) => ({
    ...feature,
    line: feature.kind === 'land' ? feature.line : smoothLine(feature.line),
  }));
  for (const { kind, line } of features) {
    if (kind === 'land' || kind === 'park') {
      new Polygon(line.map(toMap), { ...style, className: kind }).addTo(map);
    }
  }
  const widths: (() => void)[] = [];
  for (const { kind, className, meters, least, most } of STROKES) {
    for (const feature of features.filter((candidate) => candidate.kind === kind)) {
      for (const { line, opacity } of piecesOf(feature.kind, feature.line)) {
        const path = new Polyline(line.map(toMap), {
          ...style,
          className: opacity < 1 ? `${className} fading` : className,
          opacity,
        }).addTo(map);
        widths.push(() =>
          path.setStyle({ weight: Math.min(most, Math.max(least, meters / metersPerPixel(map))) }),
        );
      }
    }
  }
  const names = createSketchNames(features, (position) => map.latLngToLayerPoint(toMap(position)));
  const draw = (): void => {
    for (const width of widths) width();
    names.draw(map.getZoom());
  };
  map.on('zoomend', draw);
  map.whenReady(() => {
    map.getPane('ground')?.querySelector('svg > g')?.append(names.element);
    draw();
  });
};

const piecesOf = (
  kind: Kind,
  line: readonly Position[],
): { line: readonly Position[]; opacity: number }[] => {
  if (!FADING_KINDS.includes(kind) || line.length < 3 * FADING_PIECES) return [{ line, opacity: 1 }];
  const last = line.length - 1;
  const pieces = [{ line: line.slice(FADING_PIECES, line.length - FADING_PIECES), opacity: 1 }];
  for (let step = 0; step < FADING_PIECES; step++) {
    const opacity = (step + 0.5) / FADING_PIECES;
    pieces.push({ line: line.slice(step, step + 2), opacity });
    pieces.push({ line: line.slice(last - step - 1, last - step + 1), opacity });
  }
  return pieces;
};

/** Web Mercator's scale at the middle of the view; a Leaflet world is 256 pixels wide at zoom 0. */
const metersPerPixel = (map: LeafletMap): number =>
  (EARTH_CIRCUMFERENCE_METERS * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);

import { GridLayer, type Map as LeafletMap, Polygon, Polyline, SVG } from 'leaflet';
import type { MapStage } from '../map-stage.ts';
import { createFadingPaint } from '../sketch/fading-ends.ts';
import { HUAYANG_SKETCH } from '../sketch/huayang.ts';
import type { SketchFeature } from '../sketch/sketch-feature.ts';
import { createSketchNames } from '../sketch/sketch-names.ts';
import { smoothLine } from '../sketch/smooth-line.ts';
import { svgElement } from '../svg-element.ts';

/** `meters` is the width on the ground, kept between two widths in pixels; `edge` is added on top. */
type Stroke = {
  kind: SketchFeature['kind'];
  className: string;
  meters: number;
  least: number;
  most: number;
  edge: number;
};

/** Drawn in this order: all edges of a kind lie under all its fills, so that crossings stay open. */
const STROKES: readonly Stroke[] = [
  { kind: 'waterway', className: 'sketch-water', meters: 48, least: 4, most: 90, edge: 0 },
  { kind: 'street', className: 'sketch-street-edge', meters: 14, least: 3, most: 22, edge: 2.5 },
  { kind: 'road', className: 'sketch-road-edge', meters: 24, least: 4.5, most: 34, edge: 2.5 },
  { kind: 'street', className: 'sketch-street', meters: 14, least: 3, most: 22, edge: 0 },
  { kind: 'road', className: 'sketch-road', meters: 24, least: 4.5, most: 34, edge: 0 },
  { kind: 'metro', className: 'sketch-metro', meters: 0, least: 3, most: 3, edge: 0 },
  { kind: 'metro', className: 'sketch-metro-ties', meters: 0, least: 1.5, most: 1.5, edge: 0 },
];

const FADING_KINDS: readonly SketchFeature['kind'][] = ['waterway', 'metro'];
const FADE_METERS = 160;

const EARTH_CIRCUMFERENCE_METERS = 40_075_016.7;

/** The map drawn by the page itself: paper with a fine grid, and the quarter as lines and areas. */
export const addSketchLayer = ({ map, toMap }: MapStage): void => {
  const renderer = new SVG({ pane: 'ground', padding: 0.75 });
  const style = { renderer, interactive: false, noClip: true, smoothFactor: 0 };
  new GridLayer({ pane: 'ground', className: 'paper-grid', zIndex: 0, updateWhenZooming: false }).addTo(map);

  const features = HUAYANG_SKETCH.map((feature) => ({
    ...feature,
    line: feature.kind === 'land' ? feature.line : smoothLine(feature.line),
  }));
  const toPixel = (position: SketchFeature['line'][number]) => map.latLngToLayerPoint(toMap(position));
  const paints = svgElement('defs');
  const redraws: ((metersPerPixel: number) => void)[] = [];

  for (const { kind, line } of features) {
    if (kind === 'land' || kind === 'park') {
      new Polygon(line.map(toMap), { ...style, className: `sketch-${kind}` }).addTo(map);
    }
  }
  for (const { kind, className, meters, least, most, edge } of STROKES) {
    for (const { line } of features.filter((feature) => feature.kind === kind)) {
      const id = `${className}-${redraws.length}`;
      const fading = FADING_KINDS.includes(kind);
      const path = new Polyline(line.map(toMap), {
        ...style,
        ...(fading ? { color: `url(#${id})` } : { className }),
      }).addTo(map);
      if (fading) path.getElement()?.classList.add(`${className}-line`);
      const paint = createFadingPaint(id, className);
      if (fading) paints.append(paint.element);
      redraws.push((metersPerPixel) => {
        path.setStyle({ weight: Math.min(most, Math.max(least, meters / metersPerPixel)) + edge });
        const [first, last] = [line[0], line[line.length - 1]];
        if (first && last) paint.place(toPixel(first), toPixel(last), FADE_METERS / metersPerPixel);
      });
    }
  }
  const names = createSketchNames(features, toPixel);
  map.getPane('ground')?.querySelector('svg')?.prepend(paints);
  map.getPane('ground')?.querySelector('svg > g')?.append(names.element);
  const draw = (): void => {
    for (const redraw of redraws) redraw(metersPerPixel(map));
    names.draw(map.getZoom());
  };
  map.on('zoomend', draw);
  // A jump beyond the drawn surroundings moves the origin of layer pixels.
  map.on('viewreset', draw);
  draw();
};

/** Web Mercator's scale at the middle of the view; a Leaflet world is 256 pixels wide at zoom 0. */
const metersPerPixel = (map: LeafletMap): number =>
  (EARTH_CIRCUMFERENCE_METERS * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);

import { DivIcon, LayerGroup, Marker, Polygon, SVG } from 'leaflet';
import type { Grade } from '../../../shared/coverage/coverage-answer.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { MapStage } from '../map-stage.ts';
import { insideOf } from './inside-of.ts';
import { latLngsOf } from './lat-lngs-of.ts';
import type { MapLabel } from './place-labels.ts';

/** An area with its grade; without one it is only an outline. */
export type GradedArea = {
  code: string;
  name: string;
  outline: Outline;
  grade: Grade | undefined;
  /** What stands under the name: `62 %`. */
  share: string;
  isChosen: boolean;
};

type Drawn = { outline: Outline; polygon: Polygon; label: Marker; text: string; isChosen: boolean };

/** Under this zoom the names of small areas would lie over each other. */
const NAMES_FROM_ZOOM = 14;

/**
 * Areas in the colour and hatch of their grade. The patterns are those that the page holds, `#grade-red` and so on.
 * A redraw changes what is there: hundreds of polygons made anew would flicker while something is dragged.
 */
export const createGradeLayer = (
  { map, toMap }: MapStage,
  { onChoose, onHover }: { onChoose(code: string): void; onHover(code: string | undefined): void },
) => {
  const renderer = new SVG({ pane: 'grades', padding: 0.5 });
  const group = new LayerGroup().addTo(map);
  const labels = new LayerGroup().addTo(map);
  let drawn = new Map<string, Drawn>();
  const showLabels = () => {
    if (map.getZoom() >= NAMES_FROM_ZOOM) labels.addTo(map);
    else labels.remove();
  };
  map.on('zoomend', showLabels);

  return {
    /** The names of the areas, in their order. */
    labels: (): readonly MapLabel[] =>
      [...drawn.values()].map(({ label, isChosen }) => ({ marker: label, isChosen })),
    draw(areas: readonly GradedArea[]): void {
      const next: typeof drawn = new Map();
      for (const area of areas) {
        const before = drawn.get(area.code);
        const isSame = before?.outline === area.outline;
        const polygon = isSame
          ? before.polygon
          : new Polygon(latLngsOf(area.outline, toMap), { renderer, smoothFactor: 0.5 })
              .on('click', () => onChoose(area.code))
              .on('mouseover', () => onHover(area.code))
              .on('mouseout', () => onHover(undefined))
              .addTo(group);
        polygon.setStyle({
          color: 'var(--grade-line)',
          weight: area.isChosen ? 4 : 1.5,
          fill: true,
          fillColor: area.grade ? `url(#grade-${area.grade})` : 'transparent',
          fillOpacity: 1,
        });
        if (area.isChosen) polygon.bringToFront();
        const text = `${area.name}\n${area.share}`;
        const label = isSame ? before.label : new Marker(toMap(insideOf(area.outline)), labelOptions(area));
        if (!isSame) label.addTo(labels);
        else if (before.text !== text) label.setIcon(labelOptions(area).icon);
        next.set(area.code, { outline: area.outline, polygon, label, text, isChosen: area.isChosen });
      }
      for (const [code, { polygon, label, outline }] of drawn) {
        if (next.get(code)?.outline === outline) continue;
        polygon.remove();
        label.remove();
      }
      drawn = next;
      showLabels();
    },
  };
};

const labelOptions = ({ name, share }: GradedArea) => {
  const html = document.createElement('div');
  html.className = 'grade-label';
  const number = document.createElement('b');
  number.append(share);
  html.append(name, number);
  return {
    icon: new DivIcon({ html, className: 'grade-label-anchor', iconSize: [0, 0] }),
    pane: 'labels',
    keyboard: false,
    interactive: false,
  };
};

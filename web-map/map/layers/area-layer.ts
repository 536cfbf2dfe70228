import { DivIcon, LayerGroup, Marker, Polygon, SVG } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapArea } from '../map-area.ts';
import { COUNTS_BELOW_ZOOM, type MapStage } from '../map-stage.ts';

/** Pixels from an outline's top to the middle of its count: from afar the count would hide the outline. */
const ABOVE_OUTLINE = 30;

/** Borders of the subdistricts, and from afar how many places each has. */
export const createAreaLayer = ({ map, toMap }: MapStage, onSelectArea: (code: string) => void) => {
  const borders = new LayerGroup().addTo(map);
  const counts = new LayerGroup();
  const renderer = new SVG({ pane: 'areas', padding: 0.5 });

  return {
    /** Shows the counts only from afar. */
    draw(): void {
      const far = map.getZoom() < COUNTS_BELOW_ZOOM;
      map.getContainer().classList.toggle('map-far', far);
      if (far) counts.addTo(map);
      else counts.remove();
    },
    setAreas(areas: readonly MapArea[]): void {
      borders.clearLayers();
      counts.clearLayers();
      for (const area of areas) {
        const polygons = polygonsOf(area).map((rings) => rings.map((ring) => ring.map(toMap)));
        const border = new Polygon(polygons, { renderer, className: 'area-border', interactive: false });
        border.addTo(borders);
        const icon = new DivIcon({
          html: countElement(area),
          className: 'area-marker',
          iconSize: [0, 0],
          iconAnchor: [0, ABOVE_OUTLINE],
        });
        const bounds = border.getBounds();
        new Marker([bounds.getNorth(), bounds.getCenter().lng], { icon, pane: 'selected', keyboard: false })
          .on('click', () => onSelectArea(area.code))
          .addTo(counts);
      }
    },
  };
};

const polygonsOf = ({ outline }: MapArea): Position[][][] =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;

const countElement = ({ name, total }: MapArea): HTMLElement => {
  const badge = document.createElement('div');
  badge.className = 'area-count';
  const count = document.createElement('b');
  count.append(String(total));
  badge.append(count, name);
  return badge;
};

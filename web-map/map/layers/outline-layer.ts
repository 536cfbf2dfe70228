import { Polygon, SVG } from 'leaflet';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { MapStage } from '../map-stage.ts';
import type { LayerName } from './draw-order.ts';
import { latLngsOf } from './lat-lngs-of.ts';

/** One shape that nobody chooses: the border of what is within reach, or where nobody knows the way. */
export const createOutlineLayer = (
  { map, toMap }: MapStage,
  { pane, ...drawn }: { pane: LayerName; className: string; fillColor?: string; fillOpacity?: number },
) => {
  const renderer = new SVG({ pane, padding: 0.5 });
  let polygon: Polygon | undefined;
  return {
    draw(outline: Outline | undefined): void {
      polygon?.remove();
      polygon = undefined;
      if (!outline) return;
      polygon = new Polygon(latLngsOf(outline, toMap), {
        renderer,
        interactive: false,
        smoothFactor: 0.5,
        ...drawn,
      }).addTo(map);
    },
  };
};

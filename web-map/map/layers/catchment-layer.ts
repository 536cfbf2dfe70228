import { Polygon, SVG } from 'leaflet';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { MapStage } from '../map-stage.ts';
import { latLngsOf } from './lat-lngs-of.ts';

/** The border of everything that is within reach. */
export const createCatchmentLayer = ({ map, toMap }: MapStage) => {
  const renderer = new SVG({ pane: 'catchments', padding: 0.5 });
  let polygon: Polygon | undefined;
  return {
    draw(reached: Outline | undefined): void {
      polygon?.remove();
      polygon = undefined;
      if (!reached) return;
      polygon = new Polygon(latLngsOf(reached, toMap), {
        renderer,
        interactive: false,
        className: 'catchment',
        smoothFactor: 0.5,
      }).addTo(map);
    },
  };
};

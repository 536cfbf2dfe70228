import type { Area, Building, DemandLayer } from '../area/area.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { type Ground, groundOf } from './ground.ts';
import { areaId, demandItems, layerDemand } from './layer-demand.ts';

/** The ground of a subdistrict: its grids and neighbourhoods, and the people of a layer where they were counted. */
export const groundOfAreas = (
  outline: Outline,
  areas: readonly Area[],
  layer: DemandLayer,
  buildings: readonly Building[] = [],
): Ground =>
  groundOf({
    outline,
    areas: areas.map((area) => ({ id: areaId(area), level: area.kind, geometry: area.outline })),
    demand: demandItems(layerDemand(areas, buildings, layer), layer),
  });

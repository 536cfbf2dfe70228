import type { Area, DemandLayer } from '../area/area.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import type { DemandItem } from './demand.ts';
import { type Ground, groundOf } from './ground.ts';

/** What the ground calls an area: codes are unique within their kind only. */
export const areaId = ({ kind, code }: Pick<Area, 'kind' | 'code'>): string => `${kind} ${code}`;

/**
 * The areas whose people stand for everybody: neighbourhoods where the layer was counted in any of them, for people
 * live by them, else grids. None where nobody counted.
 */
export const countedAreas = (areas: readonly Area[], layer: DemandLayer): Area[] => {
  const of = (kind: Area['kind']) => areas.filter((area) => area.kind === kind);
  const neighbourhoods = of('neighbourhood');
  if (neighbourhoods.some(({ people }) => people[layer] !== undefined)) return neighbourhoods;
  const grids = of('grid');
  return grids.some(({ people }) => people[layer] !== undefined) ? grids : [];
};

/** The ground of a subdistrict: its grids and neighbourhoods, and the people of a layer where they were counted. */
export const groundOfAreas = (outline: Outline, areas: readonly Area[], layer: DemandLayer): Ground =>
  groundOf({
    outline,
    areas: areas.map((area) => ({ id: areaId(area), level: area.kind, geometry: area.outline })),
    demand: countedAreas(areas, layer).flatMap((area): DemandItem[] => {
      const amount = area.people[layer];
      return amount === undefined ? [] : [{ areaId: areaId(area), amount, geometry: area.outline }];
    }),
  });

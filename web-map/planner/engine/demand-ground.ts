import type { Area, DemandLayer } from '../../../shared/area/area.ts';
import type { DemandItem } from '../../../shared/coverage/demand.ts';
import { type Ground, groundOf } from '../../../shared/coverage/ground.ts';
import type { PlannerData } from './planner-engine.ts';

/** What the engine calls an area: codes are unique only within their kind. */
export const areaId = ({ kind, code }: Pick<Area, 'kind' | 'code'>): string => `${kind} ${code}`;

/** The cells of a subdistrict with the people of a layer, counted by neighbourhoods where these have any, else by grids. */
export const demandGround = ({ outline, areas }: PlannerData, layer: DemandLayer): Ground =>
  groundOf({
    outline,
    areas: areas.map((area) => ({ id: areaId(area), level: area.kind, geometry: area.outline })),
    demand: demandOf(areas, layer),
  });

const demandOf = (areas: readonly Area[], layer: DemandLayer): DemandItem[] => {
  const counted = areas.filter(({ people }) => people[layer] !== undefined);
  const finest = counted.some(({ kind }) => kind === 'neighbourhood') ? 'neighbourhood' : 'grid';
  return counted
    .filter(({ kind }) => kind === finest)
    .map((area) => ({ areaId: areaId(area), amount: area.people[layer] ?? 0, geometry: area.outline }));
};

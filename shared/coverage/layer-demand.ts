import type { Area, Building, DemandLayer } from '../area/area.ts';
import { DEMAND_LAYERS } from '../area/demand-layers.ts';
import { type Box, boxOf, piecesOf } from '../area/plane.ts';
import { isWithin } from '../geo/polygon.ts';
import type { Position } from '../geo/position.ts';
import type { DemandItem } from './demand.ts';

/** What the ground calls an area: codes are unique within their kind only. */
export const areaId = ({ kind, code }: Pick<Area, 'kind' | 'code'>): string => `${kind} ${code}`;

/**
 * The areas whose people stand for everybody: of the kind of which the larger share was counted, neighbourhoods where
 * both are alike, for people live by them. None where nobody counted.
 */
export const countedAreas = (areas: readonly Area[], layer: DemandLayer): Area[] => {
  const of = (kind: Area['kind']) => areas.filter((area) => area.kind === kind);
  const countedShare = (members: readonly Area[]): number =>
    members.filter(({ people }) => people[layer] !== undefined).length / Math.max(1, members.length);
  const [neighbourhoods, grids] = [of('neighbourhood'), of('grid')];
  const best = countedShare(grids) > countedShare(neighbourhoods) ? grids : neighbourhoods;
  return countedShare(best) > 0 ? best : [];
};

/** The layers that somebody counted, in areas of whatever kind or in buildings alone. */
export const countedLayers = (
  areas: readonly Area[],
  buildings: readonly Building[],
): ReadonlySet<DemandLayer> =>
  new Set(
    DEMAND_LAYERS.filter(
      (layer) =>
        countedAreas(areas, layer).length > 0 || buildings.some(({ people }) => people[layer] !== undefined),
    ),
  );

/** The people of an area, or of no area, who stand at its buildings. */
export type PeopleByBuilding = {
  area: Area | undefined;
  amount: number;
  buildings: { position: Position; weight: number }[];
};

/** Where the people of a layer are: at buildings where these were counted, else all over their area. */
export type LayerDemand = {
  layer: DemandLayer;
  byBuilding: PeopleByBuilding[];
  spread: Area[];
  /** Areas of the level that counts where nobody was counted, in no building either. */
  uncounted: Area[];
};

/**
 * Where an area has buildings of a layer, they take the place of its own number; one without any keeps it. A
 * building in none of the areas counts for itself.
 */
export const layerDemand = (
  areas: readonly Area[],
  buildings: readonly Building[],
  layer: DemandLayer,
): LayerDemand => {
  const counted = countedAreas(areas, layer);
  const boxes = counted.map((area) => ({ area, box: boxOf(piecesOf(area.outline)) }));
  const found = new Map<Area | undefined, PeopleByBuilding>();
  for (const { position, people } of buildings) {
    const weight = people[layer];
    if (weight === undefined) continue;
    const area = boxes.find(
      ({ area, box }) => isIn(position, box) && isWithin(position, area.outline, 0),
    )?.area;
    const sum = found.get(area) ?? { area, amount: 0, buildings: [] };
    sum.amount += weight;
    sum.buildings.push({ position, weight });
    found.set(area, sum);
  }
  const others = counted.filter((area) => !found.has(area));
  return {
    layer,
    byBuilding: [...found.values()],
    spread: others.filter(({ people }) => people[layer] !== undefined),
    uncounted: others.filter(({ people }) => people[layer] === undefined),
  };
};

/** The same for the ground. Buildings of no area have nothing in common: each keeps its people. */
export const demandItems = ({ byBuilding, spread }: LayerDemand, layer: DemandLayer): DemandItem[] => [
  ...byBuilding
    .filter(({ amount }) => amount > 0)
    .flatMap(({ area, amount, buildings }): DemandItem[] =>
      area
        ? [{ areaId: areaId(area), amount, buildings }]
        : buildings.map((building) => ({ amount: building.weight, buildings: [building] })),
    ),
  ...spread.map((area) => ({
    areaId: areaId(area),
    amount: area.people[layer] as number,
    geometry: area.outline,
  })),
];

const isIn = ([lng, lat]: Position, [west, south, east, north]: Box): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

import { signal } from '@preact/signals';
import type { Area, Building } from '../../../shared/area/area.ts';
import type { PlannerPicture } from '../../map/planner-map-view.ts';
import { narrow } from '../state/address.ts';
import { areas as areasSeen } from '../state/data-store.ts';

/** What the map shows instead while an import is looked at before it is written. */
export const preview = signal<PlannerPicture | undefined>(undefined);

/** Shows areas as an import would store them, at their own level. */
export const previewAreas = (areas: readonly Area[]): void => {
  const [first] = areas;
  if (first) narrow({ areaKind: first.kind });
  preview.value = pictureOfAreas(areas);
};

/** Shows buildings as an import would store them, over the areas that are there. */
export const previewBuildings = (buildings: readonly Building[]): void => {
  preview.value = {
    ...pictureOfAreas(areasSeen.peek()),
    buildings: buildings.map(({ position, people }) => ({ position, people: people.residents ?? 0 })),
  };
};

/** Areas without grades. */
const pictureOfAreas = (areas: readonly Area[]): PlannerPicture => ({
  areas: areas.map(({ code, name, outline }) => ({
    code,
    name,
    outline,
    grade: undefined,
    share: code,
    isChosen: false,
  })),
  reached: undefined,
  unknown: undefined,
  gaps: [],
  buildings: [],
  facilities: [],
  proposals: [],
  isMovable: false,
});

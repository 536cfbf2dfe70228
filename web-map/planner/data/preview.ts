import { signal } from '@preact/signals';
import type { Area, Building } from '../../../shared/area/area.ts';
import type { Position } from '../../../shared/geo/position.ts';
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
    unknown: undefined,
    reached: { type: 'MultiPolygon', coordinates: buildings.map(({ position }) => [squareAt(position)]) },
  };
};

/** Some 16 m each way: seen in a whole subdistrict, and still apart from the next. */
const HALF_DEGREES = 0.000075;

const squareAt = ([lng, lat]: Position): Position[] => {
  const [west, south, east, north] = [
    lng - HALF_DEGREES,
    lat - HALF_DEGREES,
    lng + HALF_DEGREES,
    lat + HALF_DEGREES,
  ];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
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
  facilities: [],
  isMovable: false,
});

import { signal } from '@preact/signals';
import type { Area } from '../../../shared/area/area.ts';
import type { PlannerPicture } from '../../map/planner-map-view.ts';

/** What the map shows instead while an import is looked at before it is written. */
export const preview = signal<PlannerPicture | undefined>(undefined);

/** Areas as an import would store them, without grades. */
export const pictureOfAreas = (areas: readonly Area[]): PlannerPicture => ({
  areas: areas.map(({ code, name, outline }) => ({
    code,
    name,
    outline,
    grade: undefined,
    share: code,
    isChosen: false,
  })),
  reached: undefined,
  gaps: [],
  facilities: [],
  isMovable: false,
});

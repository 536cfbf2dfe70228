import type { Area } from '../../../shared/area/area.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import type { GapFound } from '../engine/planner-engine.ts';

/** A gap is called after the area that its middle lies in: the neighbourhood rather than the grid. */
export function gapName(gap: GapFound, areas: readonly Area[], language: Language): string {
  const around = areas.filter(({ outline }) => isWithin(gap.middle, outline));
  const area = around.find(({ kind }) => kind === 'neighbourhood') ?? around[0];
  return area?.name ?? PLANNER_MESSAGES[language].gaps.row(gap.rank);
}

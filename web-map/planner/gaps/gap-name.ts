import type { Area } from '../../../shared/area/area.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { insideOf } from '../../map/layers/inside-of.ts';
import type { GapFound } from '../engine/planner-engine.ts';
import { namingAreas } from '../parts/area-name-at.ts';

/** A gap is called after the area that its middle lies in, and says how many areas it swallows; neighbourhoods first. */
export function gapName({ outline, rank }: GapFound, areas: readonly Area[], language: Language): string {
  const words = PLANNER_MESSAGES[language];
  const candidates = namingAreas(areas);
  const middle = insideOf(outline);
  const name = candidates.find((area) => isWithin(middle, area.outline, 0))?.name ?? words.gaps.row(rank);
  const swallowed = candidates.filter((area) => isWithin(insideOf(area.outline), outline, 0)).length;
  if (swallowed > 1 && swallowed === candidates.length) return words.gaps.everywhere;
  return swallowed > 1
    ? words.gaps.several(name, swallowed, words.areaKinds[candidates[0]?.kind ?? 'grid'])
    : name;
}

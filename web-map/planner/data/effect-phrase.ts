import type { PeopleEffect } from '../../../shared/area/people-effect.ts';
import { DEMAND_LAYER_WORDS } from '../../../shared/labels/area-words.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';

/** What an import of people into so many areas would do: how many get a number or lose theirs, and all people then. */
export function effectPhrase(
  { counted, lost, totals }: PeopleEffect,
  areas: number,
  language: Language,
): string {
  const words = PLANNER_MESSAGES[language];
  const amount = (people: number | undefined) =>
    people === undefined ? words.data.none : Math.round(people).toLocaleString('en-US');
  const changes = totals.map(({ layer, before, after }) =>
    words.data.totalChange(DEMAND_LAYER_WORDS[layer][language], amount(before), amount(after)),
  );
  return [words.data.previewPeople(counted, areas - counted, lost), ...changes].join(words.explain.semicolon);
}

import type { AreaKind } from '../../../shared/area/area.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import type {
  Analysis,
  AreaNumbers,
  ClassNumbers,
  FacilitySeen,
  GapFound,
  Question,
} from '../engine/planner-engine.ts';
import { areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { emptinessOf, emptinessPhrase } from './emptiness.ts';
import {
  classWord,
  farPhrase,
  hectaresPhrase,
  peoplePhrase,
  reachPhrase,
  shareOf,
  sharePhrase,
  standardPhrase,
  unbroken,
} from './phrases.ts';

/** What is chosen on the map or in the table. */
export type Chosen =
  | { type: 'area'; kind: AreaKind; code: string }
  | { type: 'gap'; rank: number }
  | { type: 'facility'; id: string };

/** `第三网格：食堂覆盖 62 % 的居民，最远 840 米；标准 500 米（来源，未核实）`. */
export function explainArea(
  numbers: ClassNumbers,
  area: AreaNumbers,
  question: Question,
  places: readonly PlaceFeature[],
  language: Language,
): string {
  const words = PLANNER_MESSAGES[language];
  const emptiness = emptinessOf(numbers, places);
  const reason = emptinessPhrase(emptiness, question.at !== undefined, words);
  const share = sharePhrase(shareOf(area));
  const worst = area.worstMeters === undefined ? undefined : farPhrase(area.worstMeters, language);
  const classText = classWord(numbers.class, language);
  const said =
    area.peopleShare === undefined
      ? words.explain.areaByArea(area.name, classText, share, worst)
      : words.explain.area(area.name, classText, share, words.demand[question.demand], worst);
  const asked = question.meters === undefined ? [] : [words.ownReach(reachPhrase(question.meters, language))];
  return [said, ...(reason ? [reason] : []), ...asked, standardPhrase(numbers.standards, language)].join(
    words.explain.semicolon,
  );
}

export function explainGap(gap: GapFound, question: Question, language: Language): string {
  const words = PLANNER_MESSAGES[language].explain;
  const people = gap.people === undefined ? undefined : peoplePhrase(gap.people, question.demand, language);
  return [
    unbroken(words.gap(gap.rank, people, hectaresPhrase(gap.squareMeters))),
    nearestPhrase(gap, language) ?? words.noNearest,
  ].join(words.semicolon);
}

/** `最近的是武夷路微驿站，平均 840 米` from the people of the gap; undefined where there is nothing of the kind. */
export function nearestPhrase({ nearest }: GapFound, language: Language): string | undefined {
  const words = PLANNER_MESSAGES[language].explain;
  return nearest && words.nearest(nearest.name, farPhrase(nearest.meters, language));
}

export function explainFacility(facility: FacilitySeen, question: Question, language: Language): string {
  const words = PLANNER_MESSAGES[language].explain;
  const { name, isOpen, people, change } = facility;
  return [
    words.facility(name, isOpen, question.at !== undefined),
    ...(people === undefined ? [] : [words.serves(peoplePhrase(people, question.demand, language))]),
    ...(change ? [words.changed[change]] : []),
  ].join(words.semicolon);
}

/** The sentence of what is chosen; undefined where it is no longer there. */
export function explain(
  chosen: Chosen,
  shown: Analysis,
  question: Question,
  places: readonly PlaceFeature[],
  language: Language,
): string | undefined {
  if (chosen.type === 'gap') {
    const gap = shown.gaps.find(({ rank }) => rank === chosen.rank);
    return gap && explainGap(gap, question, language);
  }
  if (chosen.type === 'facility') {
    const facility = shown.facilities.find(({ id }) => id === chosen.id);
    return facility && explainFacility(facility, question, language);
  }
  const numbers = numbersOf(shown, question.class);
  const area = areasOfKind(numbers, chosen.kind).get(chosen.code);
  return numbers && area && explainArea(numbers, area, question, places, language);
}

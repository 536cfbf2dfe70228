import type { Area } from '../../../shared/area/area.ts';
import type { Language } from '../../i18n/language.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { type Analysis, numbersOf, type Question } from '../engine/planner-engine.ts';
import { gapName } from '../gaps/gap-name.ts';
import type { Day } from '../state/url-state.ts';
import { classWord, missingPhrase, peoplePhrase, reachPhrase, shareOf } from '../words/phrases.ts';

/** What is found, in one sentence; `scenario` is how far the scenario brings it down, where there is one. */
export type Finding = {
  text: string;
  scenario: string | undefined;
  /** Whether borders or people are only an example: then it is said beside the sentence, not under it. */
  isIllustrative: boolean;
};

/** Less of it that is unknown is said under the sentence only. */
const LEAST_UNKNOWN_PERCENT = 1;

export type Asked = {
  question: Question;
  minutes: number | undefined;
  hour: number | undefined;
  day: Day;
  areas: readonly Area[];
};

/** The one sentence on top: who has nothing within reach, and where the worst of it lies. */
export function findingSentence(
  before: Analysis,
  after: Analysis | undefined,
  { question, minutes, hour, day, areas }: Asked,
  language: Language,
): Finding | undefined {
  const words = PLANNER_MESSAGES[language];
  const say = words.finding;
  const numbers = numbersOf(before, question.class);
  if (!numbers) return undefined;
  const layer = words.demand[question.demand];
  const reach = reachPhrase(numbers.meters, language);
  const distance = minutes === undefined ? reach : words.minutesAway(minutes, reach);
  const isByHour = hour !== undefined;
  const missing = 1 - shareOf(numbers);
  const without = missingPhrase(shareOf(numbers));
  const classText = classWord(question.class, language);
  const when = isByHour ? say.when(words.hour(hour), words.days[day]) : '';
  const worst = before.gaps[0];
  const what =
    missing < 0.0005
      ? say.all(layer, distance, classText, isByHour)
      : numbers.peopleShare === undefined
        ? say.areaShare(without, distance, classText, isByHour)
        : say.share(without, layer, distance, classText, isByHour);
  const { percent = 0 } = before.warnings.find(({ code }) => code === 'unknown_cells')?.values ?? {};
  const unknown =
    Number(percent) >= LEAST_UNKNOWN_PERCENT ? say.unknown(`${Math.round(Number(percent))} %`) : '';
  const where =
    worst === undefined || missing < 0.0005
      ? ''
      : worst.people === undefined
        ? say.worstArea(gapName(worst, areas, language))
        : say.worst(gapName(worst, areas, language), peoplePhrase(worst.people, question.demand, language));
  const changed = after && numbersOf(after, question.class);
  return {
    text: `${when}${what}${unknown}${where}${say.end}`,
    scenario: changed && say.scenario(missingPhrase(shareOf(changed))),
    isIllustrative: before.warnings.some(({ code }) => code === 'illustrative_data'),
  };
}

/** `840 米`, for what is far away; undefined while nothing is there at all. */
export const farPhrase = (meters: number | undefined, language: Language): string | undefined =>
  meters === undefined ? undefined : distancePhrase(meters, language);

import type { Area } from '../../../shared/area/area.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES, type PlannerMessages } from '../../i18n/planner/messages.ts';
import { type Analysis, type ClassNumbers, numbersOf, type Question } from '../engine/planner-engine.ts';
import { gapName } from '../gaps/gap-name.ts';
import type { Day } from '../state/url-state.ts';
import {
  classWord,
  missingPhrase,
  NOBODY,
  peoplePhrase,
  percentOf,
  reachPhrase,
  shareOf,
  unbroken,
} from '../words/phrases.ts';

/** What is found, in one sentence; `scenario` is what the scenario makes of it, where there is one, and what it leaves. */
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
  const what =
    missing < NOBODY
      ? say.all(layer, distance, classText, isByHour)
      : numbers.peopleShare === undefined
        ? say.areaShare(without, distance, classText, isByHour)
        : say.share(without, layer, distance, classText, isByHour);
  const { percent = 0 } = before.warnings.find(({ code }) => code === 'unknown_cells')?.values ?? {};
  const unknown =
    Number(percent) >= LEAST_UNKNOWN_PERCENT ? say.unknown(`${Math.round(Number(percent))} %`) : '';
  const where = missing < NOBODY ? '' : worstOf(before, say);
  return {
    text: unbroken(`${when}${what}${unknown}${where}${say.end}`),
    scenario: after && scenarioSentence(numbers, after),
    isIllustrative: before.warnings.some(({ code }) => code === 'illustrative_data'),
  };

  function scenarioSentence(now: ClassNumbers, planned: Analysis): string | undefined {
    const then = numbersOf(planned, question.class);
    if (!then) return undefined;
    const change = percentOf(shareOf(then)) - percentOf(shareOf(now));
    const becomes = change > 0 ? say.falls : change < 0 ? say.rises : say.stays;
    return unbroken(`${becomes(missingPhrase(shareOf(then)))}${worstOf(planned, say.left)}${say.end}`);
  }

  function worstOf({ gaps: [gap] }: Analysis, say: PlannerMessages['finding']['left']): string {
    if (!gap) return '';
    const name = gapName(gap, areas, language);
    return gap.people === undefined
      ? say.worstArea(name)
      : say.worst(name, peoplePhrase(gap.people, question.demand, language));
  }
}

import type { DemandLayer } from '../../../shared/area/area.ts';
import type { CoverageNumbers, FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import type { Standard, StandardsOfClass } from '../../../shared/coverage/standard.ts';
import {
  COVERAGE_CLASS_WORDS,
  clausePhrase,
  STANDARD_SOURCE_WORDS,
  STANDARD_STATUS_WORDS,
} from '../../../shared/labels/coverage-words.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';

/** `驿站`, `社区食堂`: the word of a need or of a category. */
export const classWord = (code: FacilityClass, language: Language): string =>
  COVERAGE_CLASS_WORDS[code][language];

/** Covered per cent, rounded down: 89.6 must not read 90 beside the grade of what is under 90. */
export const percentOf = (share: number): number => {
  const percent = Math.floor(share * 100 + 1e-9);
  return percent === 0 && share > 0.0001 ? 1 : percent;
};

/** `41 %` of those who are covered. */
export const sharePhrase = (share: number): string => `${percentOf(share)} %`;

/** `59 %` of those who are not; the two make a hundred. */
export const missingPhrase = (share: number): string => `${100 - percentOf(share)} %`;

/** `8,410`: as many digits as an estimate bears. */
export const countPhrase = (count: number): string => {
  const step = count >= 1000 ? 10 : 1;
  return (Math.round(count / step) * step).toLocaleString('en-US');
};

/** `8,410 人`, `320 户`. */
export const peoplePhrase = (count: number, layer: DemandLayer, language: Language): string =>
  PLANNER_MESSAGES[language].count(countPhrase(count), layer);

/** An exact reach, `500 米`: standards are not rounded. */
export const reachPhrase = (meters: number, language: Language): string =>
  PLANNER_MESSAGES[language].meters(Math.round(meters));

/** `3.2`, in hectares. */
export const hectaresPhrase = (squareMeters: number): string => {
  const hectares = squareMeters / 10_000;
  return hectares < 10 ? Math.max(0.1, hectares).toFixed(1) : String(Math.round(hectares));
};

/** The share that counts: of the people where they were counted, else of the area. */
export const shareOf = ({ peopleShare, areaShare }: CoverageNumbers): number => peopleShare ?? areaShare;

/** `500 米`, `5 分钟`: a standard as it is written. */
export const standardReach = ({ reach }: Standard, language: Language): string =>
  'meters' in reach ? reachPhrase(reach.meters, language) : PLANNER_MESSAGES[language].minutes(reach.minutes);

/** `GB 50180-2018 附录C`: who says so, and where. */
export const sourcePhrase = ({ source, clause }: Standard, language: Language): string =>
  [STANDARD_SOURCE_WORDS[source][language], clause && clausePhrase(clause, language)]
    .filter(Boolean)
    .join(' ');

/** `标准 500 米（GB 50180-2018，未核实）`, and what another source says where they differ. */
export const standardPhrase = (
  { inForce, others, isInConflict }: StandardsOfClass,
  language: Language,
): string => {
  const words = PLANNER_MESSAGES[language];
  const other = isInConflict
    ? others.find((each) => standardReach(each, language) !== standardReach(inForce, language))
    : undefined;
  return [
    words.standardSentence(
      standardReach(inForce, language),
      sourcePhrase(inForce, language),
      STANDARD_STATUS_WORDS[inForce.status][language],
    ),
    ...(other
      ? [words.standardOtherwise(standardReach(other, language), sourcePhrase(other, language))]
      : []),
  ].join(words.explain.semicolon);
};

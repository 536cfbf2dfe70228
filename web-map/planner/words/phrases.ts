import type { DemandLayer } from '../../../shared/area/area.ts';
import type { CoverageNumbers, FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { gradeOf } from '../../../shared/coverage/grade.ts';
import type { Standard, StandardsOfClass } from '../../../shared/coverage/standard.ts';
import {
  COVERAGE_CLASS_WORDS,
  clausePhrase,
  STANDARD_SOURCE_WORDS,
  STANDARD_STATUS_WORDS,
} from '../../../shared/labels/coverage-words.ts';
import type { Language } from '../../i18n/language.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';

/** `驿站`, `社区食堂`: the word of a need or of a category. */
export const classWord = (code: FacilityClass, language: Language): string =>
  COVERAGE_CLASS_WORDS[code][language];

/** Less than this, 0 to 1, is nobody: sums of cells do not come nearer to a whole. */
export const NOBODY = 0.0001;

/**
 * Covered per cent, 0 to 100, to the nearest whole one; but 89.6 does not read 90 beside the grade of what is under 90,
 * and neither all nor nobody is said of a share, 0 to 1, that is not so.
 */
export const percentOf = (share: number): number => {
  if (share < NOBODY) return 0;
  if (share > 1 - NOBODY) return 100;
  const percent = Math.round(share * 100);
  const isOtherGrade = gradeOf(percent / 100) !== gradeOf(share);
  return Math.min(99, Math.max(1, isOtherGrade ? Math.floor(share * 100) : percent));
};

/** `41 %` of those who are covered. */
export const sharePhrase = (share: number): string => `${percentOf(share)}\u00a0%`;

/** `59 %` of those who are not; the two make a hundred. */
export const missingPhrase = (share: number): string => `${100 - percentOf(share)}\u00a0%`;

/** A sentence in which no line ends between a number and what it counts. */
export const unbroken = (text: string): string => text.replace(/(?<=\d) (?=\S)/g, '\u00a0');

/** `3.3 %` of what is best, rounded up: nothing but the best reads `0.0 %`. */
export const gapToBestPhrase = (gap: number): string => `${(Math.ceil(gap * 1000 - 1e-6) / 10).toFixed(1)} %`;

/** `8,410`: as many digits as an estimate bears. */
export const countPhrase = (count: number): string => {
  const step = count >= 1000 ? 10 : 1;
  return (Math.round(count / step) * step).toLocaleString('en-US');
};

/** `8,410 人`, `320 户`. */
export const peoplePhrase = (count: number, layer: DemandLayer, language: Language): string =>
  unbroken(PLANNER_MESSAGES[language].count(countPhrase(count), layer));

/** An exact reach, `500 米`: standards are not rounded. */
export const reachPhrase = (meters: number, language: Language): string =>
  unbroken(PLANNER_MESSAGES[language].meters(Math.round(meters)));

/** `840 米`: how far something is, rounded. */
export const farPhrase = (meters: number, language: Language): string =>
  unbroken(distancePhrase(meters, language));

/** `3.2`, in hectares. */
export const hectaresPhrase = (squareMeters: number): string => {
  const hectares = squareMeters / 10_000;
  return hectares < 10 ? Math.max(0.1, hectares).toFixed(1) : String(Math.round(hectares));
};

/** The share that counts: of the people where they were counted, else of the area. */
export const shareOf = ({ peopleShare, areaShare }: CoverageNumbers): number => peopleShare ?? areaShare;

/** `500 米`, `5 分钟`: a standard as it is written. */
export const standardReach = ({ reach }: Standard, language: Language): string =>
  'meters' in reach
    ? reachPhrase(reach.meters, language)
    : unbroken(PLANNER_MESSAGES[language].minutes(reach.minutes));

/** `GB 50180-2018 附录C`: who says so, and where; for a group that borrows it, of which category. */
export const sourcePhrase = (standard: Standard, asked: FacilityClass, language: Language): string => {
  const { source, clause } = standard;
  const said = [STANDARD_SOURCE_WORDS[source][language], clause && clausePhrase(clause, language)]
    .filter(Boolean)
    .join(' ');
  return standard.class === asked
    ? said
    : PLANNER_MESSAGES[language].derivedSource(said, classWord(standard.class, language));
};

/** `标准 500 米（GB 50180-2018，未核实）`, and what every other source says where they differ. */
export const standardPhrase = (
  { class: asked, inForce, others, isInConflict }: StandardsOfClass,
  language: Language,
): string => {
  const words = PLANNER_MESSAGES[language];
  return [
    words.standardSentence(
      standardReach(inForce, language),
      sourcePhrase(inForce, asked, language),
      STANDARD_STATUS_WORDS[inForce.status][language],
    ),
    ...(isInConflict
      ? others.map((other) =>
          words.standardOtherwise(standardReach(other, language), sourcePhrase(other, asked, language)),
        )
      : []),
  ].join(words.explain.semicolon);
};

import { clockTimeOf, localDateOf } from '../../shared/calendar/shanghai-time.ts';
import type { CoverageWarning } from '../../shared/coverage/coverage-answer.ts';
import { COVERAGE_CLASSES, type CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { reachMeters } from '../../shared/coverage/reach.ts';
import type { Standard } from '../../shared/coverage/standard.ts';
import { DEMAND_LAYER_WORDS } from '../../shared/labels/area-words.ts';
import { COVERAGE_INPUT_WORDS, coverageWarningSentence } from '../../shared/labels/coverage-warning-words.ts';
import {
  COVERAGE_CLASS_WORDS,
  clausePhrase,
  SPEED_WORDS,
  STANDARD_SOURCE_WORDS,
  STANDARD_STATUS_WORDS,
} from '../../shared/labels/coverage-words.ts';
import { COVERAGE_WORKBOOK_WORDS } from '../../shared/labels/coverage-workbook-words.ts';
import type { Words } from '../../shared/labels/words.ts';
import type { AskedCoverage } from './asked-coverage.ts';

type Language = keyof Words;
type OfClass = { class: CoverageClass; warnings: readonly CoverageWarning[] };

/** What was asked, of which data, against which standards, and what has to be known of it: lines of cells. */
export const aboutCoverage = (
  coverage: AskedCoverage,
  results: readonly OfClass[],
  language: Language,
): string[][] => [
  ...askedLines(coverage, language),
  ...standardLines(coverage, language),
  ...warningLines(results, language),
  ...(['noShare', 'noWay'] as const).map((key) => [
    COVERAGE_WORKBOOK_WORDS.note[language],
    COVERAGE_WORKBOOK_WORDS[key][language],
  ]),
];

const wordsIn =
  (language: Language) =>
  (key: keyof typeof COVERAGE_WORKBOOK_WORDS, value: string | number = ''): string =>
    COVERAGE_WORKBOOK_WORDS[key][language].replace('{value}', () => `${value}`);

const askedLines = ({ asked, mode, detour, dataDates }: AskedCoverage, language: Language): string[][] => {
  const words = wordsIn(language);
  const inputs: Readonly<Record<string, Words>> = COVERAGE_INPUT_WORDS;
  return [
    [words('way'), mode === 'network' ? words('alongStreets') : words('straightLine', detour)],
    ...(asked.meters === undefined ? [] : [[words('radius'), words('meters', asked.meters)]]),
    ...(asked.minutes === undefined
      ? []
      : [
          [words('time'), words('minutes', asked.minutes)],
          [words('speed'), SPEED_WORDS[asked.speed][language]],
        ]),
    [words('moment'), asked.at === undefined ? words('anyHour') : words('momentIs', localMoment(asked.at))],
    ...(asked.scenario === undefined ? [] : [[words('scenario'), asked.scenario]]),
    [words('layer'), DEMAND_LAYER_WORDS[asked.demand][language]],
    ...Object.entries(dataDates).map(([input, date]) => [
      words('dateOf', inputs[input]?.[language] ?? input),
      date,
    ]),
  ];
};

/** `2026-11-23 23:00`, by the clocks of Shanghai. */
const localMoment = (at: string): string => {
  const moment = new Date(at);
  return `${localDateOf(moment)} ${clockTimeOf(moment)}`;
};

const standardLines = (coverage: AskedCoverage, language: Language): string[][] => {
  const words = wordsIn(language);
  return [
    [
      words('standardOf'),
      words('metersInForce'),
      words('standardMeters'),
      words('source'),
      words('status'),
      words('otherSources'),
    ],
    ...COVERAGE_CLASSES.map((each) => {
      const { inForce, others } = coverage.standardsOf(each);
      const { source, clause, status } = inForce;
      const derived = (standard: Standard): string =>
        standard.class === each ? '' : words('derivedFrom', COVERAGE_CLASS_WORDS[standard.class][language]);
      return [
        COVERAGE_CLASS_WORDS[each][language],
        `${coverage.radiusOf(each)}`,
        `${reachMeters(inForce)}`,
        [
          STANDARD_SOURCE_WORDS[source][language],
          clause ? clausePhrase(clause, language) : '',
          derived(inForce),
        ]
          .filter(Boolean)
          .join(' '),
        STANDARD_STATUS_WORDS[status][language],
        others
          .map((other) =>
            [reachMeters(other), STANDARD_SOURCE_WORDS[other.source][language], derived(other)]
              .filter(Boolean)
              .join(' '),
          )
          .join(words('listSeparator')),
      ];
    }),
  ];
};

/** Each sentence once, with the classes that it is true of. */
const warningLines = (results: readonly OfClass[], language: Language): string[][] => {
  const words = wordsIn(language);
  const classesOf = new Map<string, Set<CoverageClass>>();
  for (const { class: each, warnings } of results)
    for (const warning of warnings) {
      const sentence = coverageWarningSentence(warning, language);
      classesOf.set(sentence, (classesOf.get(sentence) ?? new Set()).add(each));
    }
  return [...classesOf].map(([sentence, classes]) => [
    words('note'),
    sentence,
    classes.size === results.length
      ? words('everyClass')
      : [...classes].map((each) => COVERAGE_CLASS_WORDS[each][language]).join(words('listSeparator')),
  ]);
};

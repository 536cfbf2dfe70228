import type { CoverageWarning } from '../coverage/coverage-answer.ts';
import { AREA_KIND_WORDS, DEMAND_LAYER_WORDS } from './area-words.ts';
import type { Words, WordsOf } from './words.ts';

/** What coverage is reckoned from: each with the day it is of. */
export const COVERAGE_INPUT_WORDS = {
  places: { zh: '地点', en: 'Places' },
  areas: { zh: '区域边界', en: 'Areas' },
  ...AREA_KIND_WORDS,
  people: { zh: '人口', en: 'People' },
  buildings: { zh: '居住建筑', en: 'Residential buildings' },
  network: { zh: '街道网络', en: 'Street network' },
} as const satisfies Record<string, Words>;

const VALUE_WORDS: Readonly<Record<string, Words>> = { ...COVERAGE_INPUT_WORDS, ...DEMAND_LAYER_WORDS };

/** What has to be known before believing a number; `{name}` stands for a value of the warning. */
export const COVERAGE_WARNING_WORDS: WordsOf<CoverageWarning['code']> = {
  no_facilities: { zh: '没有可用的这类设施', en: 'No facility of this class is available' },
  no_people: {
    zh: '有区域没有这一层的人数：{layer}',
    en: 'Some or all areas were not counted: {layer}',
  },
  people_by_building: {
    zh: '{buildings} 栋建筑里的人按建筑位置算；没有建筑的区域有 {spread} 个，人在其中均匀铺开',
    en: 'The people of {buildings} buildings count where these stand; in areas without any ({spread}) people are spread evenly',
  },
  no_network: {
    zh: '没有可用的街道网络，按直线距离乘以绕行系数算',
    en: 'No street network to walk along: straight lines times the detour factor',
  },
  hours_unknown: {
    zh: '{places} 处设施没有开放时间，按关闭算',
    en: '{places} facilities without known hours count as closed',
  },
  holidays_not_announced: {
    zh: '{year} 年的节假日还没有公布，按平日算',
    en: 'Holidays of {year} are not announced; ordinary hours are used',
  },
  illustrative_data: { zh: '示例数据，不是真实情况：{input}', en: 'Sample data, not real: {input}' },
  unknown_cells: {
    zh: '{percent}% 的人或面积不知道怎么走到设施：附近 200 米内没有街道，或街道走不通，都按没有覆盖算',
    en: '{percent}% of the people or the area have no known way to a facility: no street within 200 m, or none that leads there; they count as not covered',
  },
  old_data: {
    zh: '数据已经超过三年：{input}，{date}',
    en: 'Data more than three years old: {input}, {date}',
  },
  not_covered_by_areas: {
    zh: '{people} 人不在任何{kind}内',
    en: '{people} people are in no area of this kind: {kind}',
  },
  demand_outside: {
    zh: '{people} 人在街道边界以外，没有算进去',
    en: '{people} people are beyond the border of the subdistrict and are not counted',
  },
  area_outside: {
    zh: '{areas} 个区域整个在街道边界以外，没有结果',
    en: '{areas} areas lie wholly beyond the border of the subdistrict: there are no numbers of them',
  },
  changes_without_place: {
    zh: '方案里 {count} 处改动的地点已经不在，这些改动不起作用',
    en: '{count} changes of the scenario are of places that are gone: they change nothing',
  },
  coarse_cells: { zh: '街道很大，按 {meters} 米的格子算', en: 'A large subdistrict: cells of {meters} m' },
};

/** Warnings in sentences, each once: all that is only a sample stands in one. */
export const coverageWarningSentences = (
  warnings: readonly CoverageWarning[],
  language: keyof Words,
): string[] => {
  const samples = warnings.filter(({ code }) => code === 'illustrative_data');
  const others = warnings.filter(({ code }) => code !== 'illustrative_data');
  const inputs = samples.map(({ values }) => wordOf(values?.input, language));
  const input = inputs.join(language === 'zh' ? '、' : ', ');
  return [
    ...new Set([
      ...others.map((warning) => coverageWarningSentence(warning, language)),
      ...(input ? [coverageWarningSentence({ code: 'illustrative_data', values: { input } }, language)] : []),
    ]),
  ];
};

/** A warning in one sentence. */
export const coverageWarningSentence = (
  { code, values = {} }: CoverageWarning,
  language: keyof Words,
): string =>
  COVERAGE_WARNING_WORDS[code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    wordOf(values[name], language),
  );

const wordOf = (value: string | number | undefined, language: keyof Words): string =>
  VALUE_WORDS[`${value}`]?.[language] ?? `${value ?? ''}`;

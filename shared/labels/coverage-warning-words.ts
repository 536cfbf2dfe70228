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
  network: { zh: '路网', en: 'Street network' },
} as const satisfies Record<string, Words>;

const VALUE_WORDS: Readonly<Record<string, Words>> = { ...COVERAGE_INPUT_WORDS, ...DEMAND_LAYER_WORDS };

/** What has to be known before believing a number; `{name}` stands for a value of the warning. */
export const COVERAGE_WARNING_WORDS: WordsOf<CoverageWarning['code']> = {
  no_facilities: { zh: '这类设施一个也没有', en: 'There is no facility of this class' },
  no_people: {
    zh: '有区域没有这一层的人数：{layer}',
    en: 'Some or all areas were not counted: {layer}',
  },
  people_by_building: {
    zh: '{buildings} 栋建筑里的人按建筑位置算，{spread} 个区域的人均匀铺开',
    en: '{buildings} buildings count where they stand; {spread} areas are spread evenly',
  },
  no_network: {
    zh: '没有路网，按直线距离乘以绕行系数算',
    en: 'No street network: straight line times the detour factor',
  },
  hours_unknown: {
    zh: '{places} 处设施没有开放时间，按关闭算',
    en: '{places} facilities without known hours count as closed',
  },
  holidays_not_announced: {
    zh: '{year} 年的节假日还没有公布，按平日算',
    en: 'Holidays of {year} are not announced; ordinary hours are used',
  },
  illustrative_data: { zh: '示例数据，不是真实统计：{input}', en: 'Illustrative data, not real: {input}' },
  unknown_cells: {
    zh: '{percent}% 离街道太远，路程不明，不计入覆盖',
    en: '{percent}% is too far from any street; the way is unknown and not counted as covered',
  },
  old_data: { zh: '数据较旧：{input}，{date}', en: 'Old data: {input}, {date}' },
  not_covered_by_areas: {
    zh: '{people} 人不在任何{kind}内',
    en: '{people} people are in no area of this kind: {kind}',
  },
  coarse_cells: { zh: '街道很大，按 {meters} 米的格子算', en: 'A large subdistrict: cells of {meters} m' },
};

/** A warning in one sentence. */
export const coverageWarningSentence = (
  { code, values = {} }: CoverageWarning,
  language: keyof Words,
): string =>
  COVERAGE_WARNING_WORDS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = `${values[name] ?? ''}`;
    return VALUE_WORDS[value]?.[language] ?? value;
  });

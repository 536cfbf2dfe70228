import type { CoverageClass, CoverageGroup } from '../coverage/coverage-class.ts';
import type { Grade } from '../coverage/grade.ts';
import type { Speed } from '../coverage/reach.ts';
import type { StandardSource, StandardStatus } from '../coverage/standard.ts';
import { CATEGORY_WORDS } from './place-words.ts';
import type { Words, WordsOf } from './words.ts';

const GROUP_WORDS: WordsOf<CoverageGroup> = {
  rest_stations: { zh: '驿站', en: 'Rest stations' },
  meals: { zh: '食堂与助餐', en: 'Canteens and meals' },
  health: { zh: '医疗与药点', en: 'Health and medicine' },
  charging: { zh: '充电与换电', en: 'Charging and battery swap' },
  culture_and_sports: { zh: '文化与健身', en: 'Culture and fitness' },
  public_services: { zh: '公共服务', en: 'Public services' },
  elderly_services: { zh: '为老服务', en: 'Services for seniors' },
};

export const COVERAGE_CLASS_WORDS: WordsOf<CoverageClass> = { ...GROUP_WORDS, ...CATEGORY_WORDS };

export const GRADE_WORDS: WordsOf<Grade> = {
  red: { zh: '红', en: 'Red' },
  orange: { zh: '橙', en: 'Orange' },
  yellow: { zh: '黄', en: 'Yellow' },
  green: { zh: '绿', en: 'Green' },
};

export const STANDARD_STATUS_WORDS: WordsOf<StandardStatus> = {
  verified: { zh: '见于引文', en: 'Read in a text that quotes it' },
  third_party: { zh: '仅见于他人转述', en: 'Known from third parties only' },
  unverified: { zh: '未核实', en: 'Not verified' },
  local_policy: { zh: '本地口径', en: 'Local policy' },
};

export const STANDARD_SOURCE_WORDS: WordsOf<StandardSource> = {
  gb_50180_2018: {
    zh: '《城市居住区规划设计标准》GB 50180-2018',
    en: 'Standard for urban residential area planning and design, GB 50180-2018',
  },
  td_t_1062_2021: {
    zh: '《社区生活圈规划技术指南》TD/T 1062-2021',
    en: 'Technical guide for community life-circle planning, TD/T 1062-2021',
  },
  shanghai_15_minute_2016: {
    zh: '《上海市15分钟社区生活圈规划导则》(2016)',
    en: 'Shanghai guide for planning the 15-minute community life circle (2016)',
  },
  national_charging_plan: { zh: '国家充电设施规划', en: 'National plan for charging facilities' },
  product_default: { zh: '系统默认', en: 'Default of this system' },
  subdistrict: { zh: '街道自定', en: 'Set by the subdistrict' },
};

/** Where in a standard it stands, `附录C`, `Appendix C`. */
export const clausePhrase = (clause: string, language: keyof Words): string =>
  language === 'en' ? clause.replace(/^附录\s*/, 'Appendix ') : clause;

export const SPEED_WORDS: WordsOf<Speed> = {
  walk: { zh: '步行', en: 'On foot' },
  elderly: { zh: '老年人步行', en: 'On foot, seniors' },
  ebike: { zh: '电动车', en: 'By e-bike' },
};

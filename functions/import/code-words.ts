import { AMENITY_SYNONYMS, CATEGORY_SYNONYMS, type Synonyms } from '../../shared/labels/place-synonyms.ts';
import {
  AMENITY_WORDS,
  CATEGORY_WORDS,
  KIND_WORDS,
  PLACE_STATE_WORDS,
  TIER_WORDS,
  VERIFIED_BY_WORDS,
} from '../../shared/labels/place-words.ts';
import type { WordsOf } from '../../shared/labels/words.ts';
import type { AmenityCode } from '../../shared/place/amenity.ts';
import type { Category, Kind, Tier } from '../../shared/place/kind.ts';
import type { PlaceState, VerifiedBy } from '../../shared/place/place.ts';

/** The tags of OpenStreetMap that stand for a category. */
const CATEGORY_TAGS: Synonyms<Category> = {
  restaurant: 'amenity:restaurant amenity:fast_food amenity:cafe',
  convenience_store: 'shop:convenience shop:supermarket',
  pharmacy: 'amenity:pharmacy',
  bank: 'amenity:bank',
  hotel: 'tourism:hotel tourism:hostel',
  repair_shop: 'shop:bicycle',
  clinic: 'amenity:clinic amenity:doctors amenity:hospital',
  public_toilet: 'amenity:toilets',
  ebike_charging: 'amenity:charging_station',
  park: 'leisure:park leisure:garden',
  culture: 'tourism:museum amenity:theatre',
  fitness: 'leisure:fitness_centre leisure:sports_centre',
  market: 'amenity:marketplace',
  library: 'amenity:library',
  school: 'amenity:school',
  kindergarten: 'amenity:kindergarten',
};

/** The same tags by their value alone, as lists made from OpenStreetMap often have them. */
const CATEGORY_TAG_VALUES: Synonyms<Category> = Object.fromEntries(
  Object.entries(CATEGORY_TAGS).map(([category, tags]) => [category, tags.replace(/\w+:/g, '')]),
);

/** Words as they are compared: width and case folded, without punctuation, spaces and the part in parentheses. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）,，。./\-—_]+/g, '');

/** A reader of one enumeration: a code, a label in either language or a synonym; undefined for any other word. */
export const wordReader = <Code extends string>(words: WordsOf<Code>, ...synonyms: Synonyms<Code>[]) => {
  const codes = new Map<string, Code>();
  const entries = Object.entries(words) as [Code, { zh: string; en: string }][];
  // Labels win over synonyms: 电动车充电 names a facility as well as an amenity, never two codes of one list.
  for (const [code] of entries)
    for (const text of synonyms.flatMap((list) => (list[code] ?? '').split(' ')))
      if (text) codes.set(folded(text), code);
  for (const [code, { zh, en }] of entries) for (const text of [code, zh, en]) codes.set(folded(text), code);
  return (text: string): Code | undefined => codes.get(folded(text));
};

export const readKind = wordReader<Kind>(KIND_WORDS, {
  station: '站点 休息站 休息点 服务站 服务站点 休憩站',
  merchant: '商户 商家 骑手友好商户 爱心商户 友好商家',
  facility: '设施 公共设施 生活圈设施 15分钟生活圈设施',
});

export const readCategory = wordReader<Category>(
  CATEGORY_WORDS,
  CATEGORY_SYNONYMS,
  CATEGORY_TAGS,
  CATEGORY_TAG_VALUES,
);

export const readTier = wordReader<Tier>(TIER_WORDS, {
  centre: '中心 中心级 center',
  hub: '枢纽 枢纽级',
  grid: '网格 网格级',
  micro: '微站 微型站 微型驿站 微',
});

export const readAmenity = wordReader<AmenityCode>(AMENITY_WORDS, AMENITY_SYNONYMS);

export const readState = wordReader<PlaceState>(PLACE_STATE_WORDS, {
  draft: '未发布',
  published: '已发布 正常 开放 营业 营业中 上图',
  suspended: '暂停 暂停营业 停业 停用 关闭中 装修 装修中',
  retired: '撤销 已撤销 已关闭 已拆除 永久关闭',
});

export const readVerifiedBy = wordReader<VerifiedBy>(VERIFIED_BY_WORDS, {
  staff: '街道 工作人员 工作人员核实',
  merchant: '商户 商家',
  check_in: '打卡 签到',
});

/** Whether something is so, or undefined for any other word. */
export const readYesNo = (text: string): boolean | undefined => {
  if (/^(?:是|有|对|√|✓|y|yes|true|1|示例|需要|需预约|预约|booking)$/i.test(text)) return true;
  if (/^(?:否|无|没有|不|×|n|no|false|0|不需要|无需|无需预约)$/i.test(text)) return false;
  return undefined;
};

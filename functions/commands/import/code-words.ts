import {
  AMENITY_WORDS,
  CATEGORY_WORDS,
  KIND_WORDS,
  PLACE_STATE_WORDS,
  TIER_WORDS,
  VERIFIED_BY_WORDS,
} from '../../../shared/labels/place-words.ts';
import type { WordsOf } from '../../../shared/labels/words.ts';
import type { AmenityCode } from '../../../shared/place/amenity.ts';
import type { Category, Kind, Tier } from '../../../shared/place/kind.ts';
import type { PlaceState, VerifiedBy } from '../../../shared/place/place.ts';

type Synonyms<Code extends string> = Partial<Record<Code, string>>;

/** Words as street offices write them, beside the labels of the system. Separated by spaces. */
const CATEGORY_SYNONYMS: Synonyms<Category> = {
  nuanxin_nest: '暖心巢 暖新巢驿站 暖新驿站 暖心驿站',
  charity_post: '慈善爱心驿站',
  care_point:
    '爱心驿站 爱心接力站 爱心接力小站 爱心休憩站 爱心休息点 休憩点 户外职工爱心接力站 户外工作人员爱心休憩点 户外劳动者服务站点 骑手驿站 小哥驿站',
  restaurant:
    '餐饮 餐厅 饭店 餐馆 饭堂 小吃 小吃店 快餐 快餐店 面馆 咖啡店 咖啡馆 奶茶店 amenity:restaurant amenity:fast_food amenity:cafe',
  convenience_store: '便利 便利超市 超市 小超市 shop:convenience shop:supermarket',
  pharmacy: '药房 大药房 amenity:pharmacy',
  bank: '银行网点 支行 amenity:bank',
  hotel: '宾馆 旅馆 民宿 tourism:hotel tourism:hostel',
  repair_shop: '修理 修理店 修车 修车铺 修车点 电动车维修 电动自行车维修 shop:bicycle',
  other_shop: '其他商户 其它商铺 商铺 商户 商店 眼镜店',
  canteen: '食堂 长者食堂 社区长者食堂',
  elderly_meal_point: '助餐点 老年用餐点 为老助餐点 老年助餐服务点',
  lunch_point: '楼门口午餐 楼门口午餐就餐点 就餐点 白领午餐',
  clinic:
    '拾吾医站 医站 卫生服务站 卫生服务中心 社区卫生服务站 诊所 医务室 amenity:clinic amenity:doctors amenity:hospital',
  pharmacy_point: '药点 配药点',
  public_toilet: '公厕 公共厕所 厕所 卫生间 洗手间 amenity:toilets',
  ebike_charging:
    '充电桩 自助充电桩 充电柜 智能充电柜 充电点 电动自行车充电 非机动车充电 amenity:charging_station',
  battery_swap: '换电 换电站 换电点',
  park: '绿地 口袋公园 花园 leisure:park leisure:garden',
  culture: '文化 文化中心 文化活动室 文化活动中心 美术馆 博物馆 文化馆 tourism:museum amenity:theatre',
  fitness: '健身 健身苑点 健身苑 健身步道 运动场 体育 leisure:fitness_centre leisure:sports_centre',
  party_service: '党群 党群服务中心 党群中心 党群服务点 党群站',
  service_hall: '事务受理 社区事务受理服务中心 事务受理服务中心 受理中心 服务大厅',
  neighbourhood_centre: '邻里汇 邻里小汇 市民驿站 居民活动中心 邻里服务中心 社区中心',
  market: '集市 农贸市场 标准化菜场 菜场 amenity:marketplace',
  library: '书店 阅览室 图书室 amenity:library',
  maker_space: '创客空间 众创空间',
  micro_fire_station: '消防站 微消站 小型消防站',
  school: '小学 中学 amenity:school',
  kindergarten: '托儿所 托幼 amenity:kindergarten',
  elderly_care: '养老院 敬老院 日间照料中心 日托所 长者照护之家 养老',
  other: '其他 其它',
};

const AMENITY_SYNONYMS: Synonyms<AmenityCode> = {
  drinking_water: '饮水 饮水机 直饮水 水 茶水 喝水',
  hot_water: '开水 热水机 饮用热水',
  seats: '桌椅 座椅 椅子 休息座椅 休息区 歇脚',
  air_conditioning: '冷气 冷暖空调',
  heating: '暖气 取暖器',
  microwave: '热饭 微波 加热饭菜 餐食加热',
  fridge: '冷藏 冰柜',
  phone_charging: '充电 插座 充电插座 手机充电器 充电插头 充电线',
  power_bank: '充电宝 移动电源',
  ebike_charging: '电瓶车充电 电动自行车充电 充电桩 电动车充电桩',
  ebike_parking: '电瓶车停放 电动车停车 非机动车停车 停车',
  toilet: '厕所 洗手间 公厕',
  first_aid: '急救包 医药箱 急救药箱 药箱 急救用品',
  medicines: '药品 常备药 应急药品 常用药品 小药箱',
  epidemic_supplies: '防疫物资 口罩 消毒用品',
  rain_gear: '雨伞 雨衣 爱心伞',
  wifi: 'WiFi 无线 免费WiFi 免费无线 上网',
  books: '书 书籍 书报 报刊 图书角 阅读',
  tools: '打气筒 工具 工具箱 维修工具 针线包 气泵',
  aed: 'AED 除颤仪 自动体外除颤器',
  shower: '洗澡 沐浴',
  rest_bed: '床 床铺 躺床 午休床',
  free_tea: '免费茶 一杯茶 凉茶 绿豆汤',
  rider_meal_discount: '骑手优惠 用餐优惠 骑手餐 骑手套餐',
  fast_pickup: '快取 快速取货 取餐柜 优先取餐',
};

/** Words as they are compared: width and case folded, without punctuation, spaces and the part in parentheses. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）,，。./\-—_]+/g, '');

/** A reader of one enumeration: a code, a label in either language or a synonym; undefined for any other word. */
export const wordReader = <Code extends string>(words: WordsOf<Code>, synonyms: Synonyms<Code> = {}) => {
  const codes = new Map<string, Code>();
  const entries = Object.entries(words) as [Code, { zh: string; en: string }][];
  // Labels win over synonyms: 电动车充电 names a facility as well as an amenity, never two codes of one list.
  for (const [code] of entries)
    for (const text of (synonyms[code] ?? '').split(' ')) if (text) codes.set(folded(text), code);
  for (const [code, { zh, en }] of entries) for (const text of [code, zh, en]) codes.set(folded(text), code);
  return (text: string): Code | undefined => codes.get(folded(text));
};

export const readKind = wordReader<Kind>(KIND_WORDS, {
  station: '站点 休息站 休息点 服务站 服务站点 休憩站',
  merchant: '商户 商家 骑手友好商户 爱心商户 友好商家',
  facility: '设施 公共设施 生活圈设施 15分钟生活圈设施',
});

export const readCategory = wordReader<Category>(CATEGORY_WORDS, CATEGORY_SYNONYMS);

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

import type { AmenityCode } from '../place/amenity.ts';
import type { Category, Kind, Tier } from '../place/kind.ts';
import type { PlaceState, VerifiedBy } from '../place/place.ts';
import type { WordsOf } from './words.ts';

export const KIND_WORDS: WordsOf<Kind> = {
  station: { zh: '驿站', en: 'Rest station' },
  merchant: { zh: '友好商户', en: 'Friendly merchant' },
  facility: { zh: '便民设施', en: 'Facility' },
};

export const CATEGORY_WORDS: WordsOf<Category> = {
  nuanxin_nest: { zh: '暖新巢', en: 'Nuanxin nest' },
  charity_post: { zh: '慈善驿站', en: 'Charity post' },
  care_point: { zh: '爱心休憩点', en: 'Care point' },
  restaurant: { zh: '餐饮店', en: 'Restaurant' },
  convenience_store: { zh: '便利店', en: 'Convenience store' },
  pharmacy: { zh: '药店', en: 'Pharmacy' },
  bank: { zh: '银行', en: 'Bank' },
  hotel: { zh: '酒店', en: 'Hotel' },
  repair_shop: { zh: '维修店', en: 'Repair shop' },
  other_shop: { zh: '其他商铺', en: 'Other shop' },
  canteen: { zh: '社区食堂', en: 'Community canteen' },
  elderly_meal_point: { zh: '老年助餐点', en: 'Meals for seniors' },
  lunch_point: { zh: '午餐就餐点', en: 'Lunch point' },
  clinic: { zh: '卫生站', en: 'Health station' },
  pharmacy_point: { zh: '便民药点', en: 'Medicine point' },
  public_toilet: { zh: '公共卫生间', en: 'Public toilet' },
  ebike_charging: { zh: '电动车充电', en: 'E-bike charging' },
  battery_swap: { zh: '换电柜', en: 'Battery swap' },
  park: { zh: '公园', en: 'Park' },
  culture: { zh: '文化场馆', en: 'Culture venue' },
  fitness: { zh: '健身点', en: 'Fitness spot' },
  party_service: { zh: '党群服务站', en: 'Party-service station' },
  service_hall: { zh: '事务受理中心', en: 'Public service hall' },
  neighbourhood_centre: { zh: '邻里中心', en: 'Neighbourhood centre' },
  market: { zh: '菜市场', en: 'Market' },
  library: { zh: '图书馆', en: 'Library' },
  maker_space: { zh: '创客厅', en: 'Maker space' },
  micro_fire_station: { zh: '微型消防站', en: 'Micro fire station' },
  school: { zh: '学校', en: 'School' },
  kindergarten: { zh: '幼儿园', en: 'Kindergarten' },
  elderly_care: { zh: '养老机构', en: 'Elderly care' },
  other: { zh: '其他设施', en: 'Other facility' },
};

export const TIER_WORDS: WordsOf<Tier> = {
  centre: { zh: '中心站', en: 'Centre station' },
  hub: { zh: '枢纽站', en: 'Hub station' },
  grid: { zh: '网格站', en: 'Grid station' },
  micro: { zh: '微驿站', en: 'Micro station' },
};

export const AMENITY_WORDS: WordsOf<AmenityCode> = {
  drinking_water: { zh: '饮用水', en: 'Drinking water' },
  hot_water: { zh: '热水', en: 'Hot water' },
  seats: { zh: '座位', en: 'Seats' },
  air_conditioning: { zh: '空调', en: 'Air conditioning' },
  heating: { zh: '取暖', en: 'Heating' },
  microwave: { zh: '微波炉', en: 'Microwave' },
  fridge: { zh: '冰箱', en: 'Fridge' },
  phone_charging: { zh: '手机充电', en: 'Phone charging' },
  power_bank: { zh: '共享充电宝', en: 'Power bank' },
  ebike_charging: { zh: '电动车充电', en: 'E-bike charging' },
  ebike_parking: { zh: '电动车停放', en: 'E-bike parking' },
  toilet: { zh: '卫生间', en: 'Toilet' },
  first_aid: { zh: '急救箱', en: 'First-aid kit' },
  medicines: { zh: '常用药', en: 'Medicines' },
  epidemic_supplies: { zh: '防疫用品', en: 'Masks and disinfectant' },
  rain_gear: { zh: '雨具', en: 'Rain gear' },
  wifi: { zh: '无线网络', en: 'Wi-Fi' },
  books: { zh: '图书', en: 'Books' },
  tools: { zh: '打气筒和工具', en: 'Pump and tools' },
  aed: { zh: '除颤仪 (AED)', en: 'Defibrillator (AED)' },
  shower: { zh: '淋浴', en: 'Shower' },
  rest_bed: { zh: '躺椅', en: 'Place to lie down' },
  free_tea: { zh: '免费茶水', en: 'Free tea' },
  rider_meal_discount: { zh: '骑手用餐优惠', en: 'Rider meal discount' },
  fast_pickup: { zh: '快速取餐', en: 'Fast pickup' },
};

export const PLACE_STATE_WORDS: WordsOf<PlaceState> = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已上图', en: 'On the map' },
  suspended: { zh: '暂停开放', en: 'Temporarily closed' },
  retired: { zh: '已撤下', en: 'No longer there' },
};

export const VERIFIED_BY_WORDS: WordsOf<VerifiedBy> = {
  staff: { zh: '街道核实', en: 'Checked by street staff' },
  merchant: { zh: '商户确认', en: 'Confirmed by the owner' },
  check_in: { zh: '现场打卡', en: 'Checked in on the spot' },
};

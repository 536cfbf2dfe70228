import type { HolidayCode } from '../calendar/holidays.ts';
import type { Confidence, ConfidenceReason } from '../place/confidence.ts';
import type { OpenState } from '../place/open-state.ts';
import type { WordsOf } from './words.ts';

export const OPEN_STATE_WORDS: WordsOf<OpenState['status']> = {
  open: { zh: '营业中', en: 'Open' },
  closing_soon: { zh: '即将关门', en: 'Closing soon' },
  closed: { zh: '已关门', en: 'Closed' },
  unknown: { zh: '时间未知', en: 'Hours unknown' },
};

export const CONFIDENCE_WORDS: WordsOf<Confidence['level']> = {
  likely: { zh: '可以放心去', en: 'Likely open' },
  uncertain: { zh: '去之前最好确认', en: 'Better check first' },
  unlikely: { zh: '现在多半用不上', en: 'Unlikely now' },
};

export const CONFIDENCE_REASON_WORDS: WordsOf<ConfidenceReason['code']> = {
  open: { zh: '正在营业', en: 'Open now' },
  closing_soon: { zh: '即将关门', en: 'Closing soon' },
  closed: { zh: '现在不营业', en: 'Closed now' },
  retired: { zh: '已经不在了', en: 'No longer there' },
  suspended: { zh: '暂停开放', en: 'Temporarily closed' },
  door_locked: { zh: '有骑手反映门锁着', en: 'A rider found the door locked' },
  wrong_information: { zh: '有骑手反映信息有误', en: 'A rider says something is wrong' },
  hours_unknown: { zh: '营业时间未知', en: 'Hours unknown' },
  holiday_hours_unknown: { zh: '节日营业时间未知', en: 'Holiday hours unknown' },
  holidays_not_announced: {
    zh: '这一年的放假安排尚未公布',
    en: 'Holidays of that year are not announced yet',
  },
  seen_by_rider: { zh: '今天有骑手说还在', en: 'A rider saw it today' },
  verified: { zh: '近期核实过', en: 'Recently verified' },
  not_verified_for: { zh: '很久没有核实', en: 'Not verified for long' },
  never_verified: { zh: '尚未核实', en: 'Not verified yet' },
  amenity_broken: { zh: '设备报修中', en: 'Equipment out of order' },
  amenity_missing: { zh: '没有所需设备', en: 'Without the equipment asked for' },
};

export const HOLIDAY_WORDS: WordsOf<HolidayCode> = {
  new_year: { zh: '元旦', en: 'New Year' },
  spring_festival: { zh: '春节', en: 'Spring Festival' },
  tomb_sweeping: { zh: '清明节', en: 'Tomb-Sweeping Day' },
  labour_day: { zh: '劳动节', en: 'Labour Day' },
  dragon_boat: { zh: '端午节', en: 'Dragon Boat Festival' },
  mid_autumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national_day: { zh: '国庆节', en: 'National Day' },
  special: { zh: '特别假日', en: 'Special holiday' },
};

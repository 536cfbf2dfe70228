import type { AmenityCode } from '../../shared/place/amenity.ts';
import type { Category } from '../../shared/place/kind.ts';
import type { DayHours, HolidayPolicy, Schedule, Week } from '../../shared/place/schedule.ts';

/** What made-up places are put together from. */

export const ROADS = [
  '安化路',
  '定西路',
  '江苏路',
  '武夷路',
  '长宁路',
  '愚园路',
  '凯旋路',
  '延安西路',
  '曹杨路',
  '四平路',
  '控江路',
  '漕宝路',
  '浦东大道',
  '张杨路',
  '凉城路',
  '湖南路',
] as const;

export const BLOCKS = [
  '苏河',
  '中山',
  '和平',
  '新华',
  '春申',
  '静安',
  '滨江',
  '临汾',
  '梅园',
  '宝山',
] as const;

/** Categories with the end of their names and how often they occur among a thousand places. */
export const CATEGORIES: readonly { category: Category; name: string; share: number }[] = [
  { category: 'nuanxin_nest', name: '暖新巢', share: 40 },
  { category: 'care_point', name: '爱心接力站', share: 90 },
  { category: 'charity_post', name: '慈善驿站', share: 10 },
  { category: 'restaurant', name: '面馆', share: 160 },
  { category: 'convenience_store', name: '便利店', share: 180 },
  { category: 'pharmacy', name: '大药房', share: 80 },
  { category: 'bank', name: '银行网点', share: 60 },
  { category: 'repair_shop', name: '电动车维修', share: 40 },
  { category: 'canteen', name: '社区食堂', share: 60 },
  { category: 'public_toilet', name: '公共厕所', share: 120 },
  { category: 'ebike_charging', name: '充电桩', share: 80 },
  { category: 'party_service', name: '党群服务站', share: 50 },
  { category: 'library', name: '图书馆', share: 30 },
];

export const AMENITIES: readonly AmenityCode[] = [
  'drinking_water',
  'seats',
  'air_conditioning',
  'phone_charging',
  'toilet',
  'microwave',
  'hot_water',
  'first_aid',
  'fridge',
  'ebike_parking',
  'wifi',
  'rain_gear',
];

const week = (workdays: DayHours, saturday: DayHours, sunday = saturday): Week => [
  workdays,
  workdays,
  workdays,
  workdays,
  workdays,
  saturday,
  sunday,
];

const schedule = (hours: Week, publicHolidays: HolidayPolicy, more: Partial<Schedule> = {}): Schedule => ({
  week: hours,
  publicHolidays,
  ...more,
});

/** Round the clock, shops, lunch breaks, offices, overnight, split days, seasons, exceptions; some without hours. */
export const SCHEDULES: readonly (Schedule | undefined)[] = [
  schedule(week([[0, 1440]], [[0, 1440]]), 'same_as_sunday'),
  schedule(week([[0, 1440]], [[0, 1440]]), 'same_as_sunday'),
  schedule(week([[420, 1320]], [[480, 1380]]), 'same_as_sunday'),
  schedule(week([[480, 1200]], [[540, 1080]]), 'unknown'),
  schedule(
    week(
      [
        [540, 690],
        [810, 1020],
      ],
      [],
    ),
    'closed',
  ),
  schedule(
    week(
      [
        [630, 840],
        [990, 1230],
      ],
      [
        [630, 840],
        [990, 1230],
      ],
    ),
    { hours: [[660, 810]] },
  ),
  schedule(week([[1080, 1560]], [[1080, 1620]]), 'same_as_sunday'),
  schedule(week([[510, 1050]], [[540, 720]], []), 'closed', {
    exceptions: [{ from: '2027-02-10', to: '2027-02-16', hours: [], reason: '春节调整' }],
  }),
  schedule(week([[300, 1260]], [[300, 1260]]), 'same_as_sunday', {
    seasons: [{ from: '06-01', to: '09-30', week: week([[270, 1350]], [[270, 1350]]) }],
  }),
  undefined,
];

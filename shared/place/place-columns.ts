import { clockTimeOf, localDateOf } from '../calendar/shanghai-time.ts';
import { convertPosition } from '../geo/crs.ts';
import type { Crs } from '../geo/position.ts';
import {
  AMENITY_WORDS,
  CATEGORY_WORDS,
  KIND_WORDS,
  PLACE_STATE_WORDS,
  TIER_WORDS,
  VERIFIED_BY_WORDS,
} from '../labels/place-words.ts';
import type { Words } from '../labels/words.ts';
import type { Amenity } from './amenity.ts';
import { writeOpeningHours } from './opening-hours.ts';
import type { Place, PlaceService } from './place.ts';
import type { Schedule } from './schedule.ts';

export type Language = 'zh' | 'en';

/** How a table of places is written: `zh` has Chinese headers and words, `en` field names and codes. */
export type TableStyle = { language: Language; crs: Crs };

/**
 * The columns of a table of places: field, header in each language and what stands in the cell.
 * An exported table can be imported again; `functions/import` reads the same columns.
 */
export const PLACE_COLUMNS = {
  id: column('编号', 'id', (place) => place.id),
  name: column('名称', 'name', (place) => place.name),
  nameEn: column('英文名', 'nameEn', (place) => place.nameEn),
  aliases: column('别名', 'aliases', (place, style) => place.aliases?.join(separator(style))),
  kind: column('类型', 'kind', (place, style) => word(KIND_WORDS, place.kind, style)),
  category: column('类别', 'category', (place, style) => word(CATEGORY_WORDS, place.category, style)),
  tier: column('层级', 'tier', (place, style) => place.tier && word(TIER_WORDS, place.tier, style)),
  address: column('地址', 'address', (place) => place.address),
  lng: column('经度', 'lng', (place, style) =>
    degrees(convertPosition(place.position, 'wgs84', style.crs)[0]),
  ),
  lat: column('纬度', 'lat', (place, style) =>
    degrees(convertPosition(place.position, 'wgs84', style.crs)[1]),
  ),
  crs: column('坐标系', 'crs', (_, style) => style.crs),
  accuracyMeters: column('精度（米）', 'accuracyMeters', (place) => place.accuracyMeters?.toString()),
  openingHours: column('开放时间', 'openingHours', (place) => place.schedule && hoursCell(place.schedule)),
  services: column('服务', 'services', (place, style) =>
    place.services?.map((service) => serviceCell(service, style)).join('\n'),
  ),
  amenities: column('设施', 'amenities', (place, style) =>
    place.amenities.map((amenity) => amenityCell(amenity, style)).join(separator(style)),
  ),
  entrance: column('入口', 'entrance', (place) => place.access?.entrance),
  ebikeParking: column('电动车停放', 'ebikeParking', (place) => place.access?.ebikeParking),
  whoMayEnter: column('谁可以进', 'whoMayEnter', (place) => place.access?.whoMayEnter),
  maxStayMinutes: column('停留上限（分钟）', 'maxStayMinutes', (place) =>
    place.access?.maxStayMinutes?.toString(),
  ),
  phone: column('电话', 'phone', (place) => place.phone),
  website: column('网址', 'website', (place) => place.website),
  pledge: column('承诺', 'pledge', (place) => place.pledge),
  state: column('状态', 'state', (place, style) => word(PLACE_STATE_WORDS, place.state, style)),
  suspensionReason: column('暂停原因', 'suspensionReason', (place) => place.suspension?.reason),
  suspendedUntil: column('暂停至', 'suspendedUntil', (place) => place.suspension?.until),
  verifiedAt: column('核实时间', 'verifiedAt', (place) => place.verifiedAt),
  verifiedBy: column(
    '核实方式',
    'verifiedBy',
    (place, style) => place.verifiedBy && word(VERIFIED_BY_WORDS, place.verifiedBy, style),
  ),
  illustrative: column('示例数据', 'illustrative', (place, style) => yesNo(place.illustrative, style)),
  source: column('来源', 'source', (place) => place.source.name),
  externalId: column('来源编号', 'externalId', (place) => place.source.externalId),
  licence: column('许可', 'licence', (place) => place.source.licence),
  attribution: column('署名', 'attribution', (place) => place.source.attribution),
  sourceNote: column('来源说明', 'sourceNote', (place) => place.source.note),
} as const;

export type PlaceColumn = keyof typeof PLACE_COLUMNS;

/** The header of a table of places in each language. */
export const COLUMN_NAMES: Readonly<Record<Language, readonly string[]>> = {
  zh: Object.values(PLACE_COLUMNS).map(({ words }) => words.zh),
  en: Object.values(PLACE_COLUMNS).map(({ words }) => words.en),
};

/** The cells of one place in the order of `COLUMN_NAMES`; empty where the place says nothing. Not yet CSV. */
export const placeRow = (place: Place, style: TableStyle = { language: 'zh', crs: 'wgs84' }): string[] =>
  Object.values(PLACE_COLUMNS).map(({ cell }) => cell(place, style) ?? '');

/** `微波炉(报修 2026-11-01 08:00：按钮坏了)`: in parentheses its state and since when, if it is broken, and its note. */
const amenityCell = ({ code, state, brokenSince, note }: Amenity, style: TableStyle): string => {
  const since = brokenSince === undefined ? '' : ` ${shanghaiMinute(brokenSince)}`;
  const broken = state === 'broken' ? (style.language === 'zh' ? '报修' : 'broken') + since : undefined;
  // What ends an amenity in the cell cannot stand inside its note.
  const remark = note?.replace(/[()（）;；、]/g, ' ');
  const inside = [broken, remark].filter((part) => part).join(style.language === 'zh' ? '：' : ': ');
  return word(AMENITY_WORDS, code, style) + (inside ? `(${inside})` : '');
};

const shanghaiMinute = (moment: string): string => {
  const date = new Date(moment);
  return `${localDateOf(date)} ${clockTimeOf(date)}`;
};

/** Opening hours in OpenStreetMap's notation, or as JSON where that notation would mean something else. */
const hoursCell = (schedule: Schedule): string => {
  const written = writeOpeningHours(schedule);
  return 'text' in written ? written.text : JSON.stringify(schedule);
};

/** `name | hours | category | booking | note`, one line for each service. */
const serviceCell = (service: PlaceService, style: TableStyle): string =>
  [
    service.name,
    service.schedule ? hoursCell(service.schedule) : '',
    service.category ? word(CATEGORY_WORDS, service.category, style) : '',
    service.booking ? (style.language === 'zh' ? '需预约' : 'booking') : '',
    service.note ?? '',
  ]
    .map((part) => part.replace(/[|\r\n]+/g, ' '))
    .join(' | ')
    .replace(/[ |]+$/, '');

function column(
  zh: string,
  en: string,
  cell: (place: Place, style: TableStyle) => string | undefined,
): { words: Words; cell: typeof cell } {
  return { words: { zh, en }, cell };
}

function word<Code extends string>(
  words: Readonly<Record<Code, Words>>,
  code: Code,
  style: TableStyle,
): string {
  return style.language === 'zh' ? words[code].zh : code;
}

const separator = ({ language }: TableStyle): string => (language === 'zh' ? '、' : ';');
const degrees = (value: number): string => value.toString();
const yesNo = (value: boolean, { language }: TableStyle): string =>
  language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';

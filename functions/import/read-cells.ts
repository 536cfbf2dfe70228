import { Crs } from '../../shared/geo/position.ts';
import { PlaceId } from '../../shared/place/place.ts';
import type { PlaceColumn } from '../../shared/place/place-columns.ts';
import {
  readAmenity,
  readCategory,
  readKind,
  readState,
  readTier,
  readVerifiedBy,
  readYesNo,
} from './code-words.ts';
import type { Read } from './read.ts';
import { readHours } from './read-hours.ts';
import { readMoment } from './read-moment.ts';
import { readServices } from './read-services.ts';
import type { RowAmenity, RowValues } from './row-values.ts';
import type { Sentences } from './sentences-zh.ts';

type CellColumn = Exclude<PlaceColumn, 'lng' | 'lat' | 'crs' | 'kind'>;
type CellReader<Column extends CellColumn> = (
  text: string,
  say: Sentences,
) => Read<NonNullable<RowValues[Column]>>;

/** Lists are written with any of these between their items, but not inside parentheses. */
const LIST_SEPARATORS = /[;；、,，|\n](?![^(（]*[)）])/;

export const listOf = (text: string): string[] =>
  text
    .split(LIST_SEPARATORS)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const text =
  (most: number) =>
  (cell: string, say: Sentences): Read<string> =>
    cell.length <= most ? { value: cell } : { reason: say.tooLong(cell.length, most) };

/** A number as people write it, with its unit or without: `Number` alone takes `''` for 0 and `0x10` for 16. */
const DECIMAL = /^(\d+(?:\.\d+)?)\s*(?:米|分钟|m|min)?$/i;

const number =
  (least: number, most: number) =>
  (cell: string, say: Sentences): Read<number> => {
    const digits = DECIMAL.exec(cell.normalize('NFKC'))?.[1];
    const value = Number(digits);
    return digits !== undefined && value >= least && value <= most
      ? { value }
      : { reason: say.notANumberBetween(least, most) };
  };

const code =
  <Code extends string>(read: (text: string) => Code | undefined, what: keyof Sentences['words']) =>
  (cell: string, say: Sentences): Read<Code> => {
    const value = read(cell);
    return value === undefined ? { reason: say.unknownWord(say.words[what]) } : { value };
  };

/** How each cell becomes a value; positions and kinds are read together with their neighbours. */
const READERS: { [Column in CellColumn]: CellReader<Column> } = {
  id: (cell, say) => (PlaceId.safeParse(cell).success ? { value: cell } : { reason: say.notAPlaceId() }),
  name: text(60),
  nameEn: text(120),
  aliases: (cell, say) => {
    const value = listOf(cell);
    const long = value.find((alias) => alias.length > 60);
    if (long) return { reason: say.tooLong(long.length, 60) };
    return value.length <= 10 ? { value } : { reason: say.tooMany(value.length, 10) };
  },
  category: code(readCategory, 'category'),
  tier: code(readTier, 'tier'),
  address: text(200),
  accuracyMeters: number(0, 5000),
  openingHours: readHours,
  services: readServices,
  amenities: (cell, say) => readAmenities(cell, say),
  entrance: text(200),
  ebikeParking: text(200),
  whoMayEnter: text(200),
  maxStayMinutes: (cell, say) => {
    const read = number(5, 1440)(cell, say);
    return 'value' in read ? { value: Math.round(read.value) } : read;
  },
  phone: text(40),
  website: (cell, say) =>
    /^https?:\/\/\S+\.\S+$/i.test(cell) && URL.canParse(cell) && cell.length <= 300
      ? { value: cell }
      : { reason: say.notAWebsite() },
  pledge: text(300),
  state: code(readState, 'state'),
  suspensionReason: text(200),
  suspendedUntil: readMoment,
  verifiedAt: readMoment,
  verifiedBy: code(readVerifiedBy, 'verifiedBy'),
  illustrative: (cell, say) => {
    const value = readYesNo(cell);
    return value === undefined ? { reason: say.notYesOrNo() } : { value };
  },
  source: text(100),
  externalId: text(100),
  licence: text(100),
  attribution: text(200),
  sourceNote: text(300),
};

/** Reads one cell that is not empty. */
export const readCell = (column: CellColumn, cell: string, say: Sentences): Read<unknown> =>
  READERS[column](cell, say);

/** A kind, or where people put the category there ("便利店"), the category. */
export const readKindCell = (cell: string, say: Sentences): Read<Pick<RowValues, 'kind' | 'category'>> => {
  const kind = readKind(cell);
  if (kind) return { value: { kind } };
  const category = readCategory(cell);
  return category ? { value: { category } } : { reason: say.unknownWord(say.words.kind) };
};

export const readCrsCell = (cell: string, say: Sentences): Read<Crs> => {
  const folded = cell.toLowerCase().replace(/[^a-z0-9]/g, '');
  const names: Record<string, Crs> = {
    epsg4326: 'wgs84',
    gcj: 'gcj02',
    bd: 'bd09',
    bd09ll: 'bd09',
    cgcs2000: 'wgs84',
  };
  const crs = Crs.safeParse(names[folded] ?? folded);
  return crs.success ? { value: crs.data } : { reason: say.unknownWord(say.words.crs) };
};

const BROKEN =
  /^(?:报修中?|损坏|坏了?|故障|维修中?|停用|broken|out of order)(?:\s*(?:自|since)?\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T\s]\d{1,2}:\d{2})?))?[:：，,\s]*/i;
const WORKING = /^(?:正常|可用|完好|已修好|修好了?|working|ok)[:：，,\s]*/i;

/** `饮水机、微波炉(报修 2026-11-01：按钮坏了)`: names with, in parentheses, a state, since when, and a note. */
const readAmenities = (cell: string, say: Sentences): Read<RowAmenity[]> => {
  const amenities = new Map<string, RowAmenity>();
  for (const item of listOf(cell)) {
    // The whole first: 除颤仪 (AED) has its own parentheses.
    const [, name = item, inside = ''] = readAmenity(item)
      ? []
      : (/^([^(（]*)[(（](.*)[)）]$/.exec(item) ?? []);
    const amenity = readAmenity(name);
    if (!amenity) return { reason: say.unknownAmenity(name) };
    const broken = BROKEN.exec(inside);
    const state = broken ? 'broken' : WORKING.test(inside) ? 'working' : undefined;
    const note = inside.replace(BROKEN, '').replace(WORKING, '').trim();
    if (note.length > 100) return { reason: say.tooLong(note.length, 100) };
    const since = broken?.[1] === undefined ? undefined : readMoment(broken[1], say);
    if (since && 'reason' in since) return since;
    amenities.set(amenity, {
      code: amenity,
      ...(state && { state }),
      ...(since && { brokenSince: since.value }),
      ...(note && { note }),
    });
  }
  return { value: [...amenities.values()] };
};

import type { ShownMany } from '../../../shared/change-log/shown-settings.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import type { Position } from '../../../shared/geo/position.ts';
import {
  AMENITY_WORDS,
  CATEGORY_WORDS,
  KIND_WORDS,
  PLACE_STATE_WORDS,
  TIER_WORDS,
  VERIFIED_BY_WORDS,
} from '../../../shared/labels/place-words.ts';
import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import { ROLE_WORDS } from '../../../shared/labels/role-words.ts';
import type { Words } from '../../../shared/labels/words.ts';
import type { Amenity } from '../../../shared/place/amenity.ts';
import type { PlaceService } from '../../../shared/place/place.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';
import type { ReasonTemplate } from '../../../shared/registration/reason-template.ts';
import type { Language } from '../../i18n/language.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';
import { momentWords } from './moment-words.ts';
import { scheduleLines } from './schedule-lines.ts';
import { manyLines, standardLine, templateLines } from './settings-lines.ts';

type Writer = (value: never, language: Language) => string[];

const coded =
  (words: Readonly<Record<string, Words>>): Writer =>
  (code: string, language) => [words[code]?.[language] ?? code];

const outcome: Writer = (code: string, language) => {
  const decided: Readonly<Record<string, string>> = STAFF_MESSAGES[language].case.decided;
  return [decided[code] ?? code];
};

const moment: Writer = (value: string, language) => [momentWords(value, language)];

/** What is more than a text or a number, by the name of its field. */
const WRITERS: Readonly<Record<string, Writer>> = {
  kind: coded({ ...REGISTRATION_KIND_WORDS, ...KIND_WORDS }),
  category: coded(CATEGORY_WORDS),
  tier: coded(TIER_WORDS),
  state: coded({ ...REGISTRATION_STATE_WORDS, ...PLACE_STATE_WORDS }),
  verifiedBy: coded(VERIFIED_BY_WORDS),
  role: coded(ROLE_WORDS),
  verifiedAt: moment,
  retiredAt: moment,
  submittedAt: moment,
  dueOn: moment,
  confirmBy: moment,
  decision: outcome,
  outcome,
  position: (value: Position | { position: Position; crs: string }) => {
    if (Array.isArray(value)) return [degrees(value)];
    return [value.crs === 'wgs84' ? degrees(value.position) : `${degrees(value.position)} (${value.crs})`];
  },
  givenPosition: (value: { position: Position; crs: string }) => [
    `${degrees(value.position)} (${value.crs})`,
  ],
  schedule: (value: Schedule, language) => scheduleLines(value, language),
  amenities: (value: Amenity[], language) => value.map((amenity) => amenityLine(amenity, language)),
  services: (value: PlaceService[], language) => value.map((service) => serviceLine(service, language)),
  access: (value: Record<string, unknown>, language) => pairs(value, language),
  suspension: (value: { reason: string; until?: string }, language) => [
    value.reason,
    ...(value.until ? [STAFF_MESSAGES[language].field.until(momentWords(value.until, language))] : []),
  ],
  consent: (value: { version: string; acceptedAt: string }, language) => [
    STAFF_MESSAGES[language].field.consent(value.version, momentWords(value.acceptedAt, language)),
  ],
  photos: (value: unknown[], language) => [STAFF_MESSAGES[language].field.photoCount(value.length)],
  source: (value: Record<string, unknown>, language) => pairs(value, language),
  templates: (value: ReasonTemplate[], language) => value.flatMap((each) => templateLines(each, language)),
  standards: (value: Standard[], language) => value.map((standard) => standardLine(standard, language)),
  // A role names grids; the settings of a subdistrict hold them.
  grids: (value: string[] | ShownMany, language) =>
    Array.isArray(value) ? value : manyLines(value, language),
  neighbourhoods: manyLines,
  buildings: manyLines,
};

/** The value of a field in words, line by line; none where it says nothing. */
export function fieldLines(field: string, value: unknown, language: Language): string[] {
  if (value === undefined || value === null || value === '') return [];
  try {
    return WRITERS[field]?.(value as never, language) ?? plainLines(value, language);
  } catch {
    // The record keeps what was written under rules that have changed since.
    return [JSON.stringify(value)];
  }
}

/** What a field is called. */
export const fieldName = (field: string, language: Language): string => {
  const names: Readonly<Record<string, string>> = STAFF_MESSAGES[language].fields;
  return names[field] ?? field;
};

function plainLines(value: unknown, language: Language): string[] {
  if (typeof value === 'boolean') return [STAFF_MESSAGES[language].field[value ? 'yes' : 'no']];
  if (Array.isArray(value)) return value.map((item) => plainLines(item, language).join(' '));
  if (typeof value === 'object') return pairs(value as Record<string, unknown>, language);
  return [String(value)];
}

const pairs = (value: Record<string, unknown>, language: Language): string[] =>
  Object.entries(value).flatMap(([name, item]) =>
    fieldLines(name, item, language).map((line) =>
      STAFF_MESSAGES[language].field.pair(fieldName(name, language), line),
    ),
  );

const degrees = ([lng, lat]: Position): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`;

const amenityLine = ({ code, state, note }: Amenity, language: Language): string => {
  const { broken, pair } = STAFF_MESSAGES[language].field;
  const name = AMENITY_WORDS[code]?.[language] ?? code;
  const inside = [state === 'broken' ? broken : '', note ?? ''].filter((part) => part).join(' · ');
  return inside ? pair(name, inside) : name;
};

const serviceLine = ({ name, category, schedule, booking, note }: PlaceService, language: Language): string =>
  [
    name,
    category && CATEGORY_WORDS[category][language],
    booking && STAFF_MESSAGES[language].field.booking,
    schedule && scheduleLines(schedule, language).join(language === 'zh' ? '；' : '; '),
    note,
  ]
    .filter((part) => part)
    .join(' · ');

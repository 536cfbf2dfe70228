import { isInChina } from '../../../shared/geo/china.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { AMENITY_WORDS, CATEGORY_WORDS, KIND_WORDS } from '../../../shared/labels/place-words.ts';
import type { Wanted } from '../../../shared/place/rank.ts';
import {
  flag,
  matching,
  oneOf,
  type Parameters,
  readParameters,
  writeParameters,
} from '../../address/url-parameters.ts';
import type { Language } from '../../i18n/language.ts';

/** What the address of the page holds after its `#`: everything that a shared link should bring back. */
export type UrlState = Wanted & {
  /** The id of the place whose detail is open. */
  place: string | undefined;
  /** The point that distances start from, when someone chose one. The own position never stands here. */
  from: Position | undefined;
  view: { center: Position; zoom: number } | undefined;
  /** The language of a link; it holds for the visit and is not saved. */
  language: Language | undefined;
};

export const EMPTY_URL_STATE: UrlState = {
  place: undefined,
  openNow: false,
  roundTheClock: false,
  kinds: [],
  categories: [],
  amenities: [],
  query: '',
  from: undefined,
  view: undefined,
  language: undefined,
};

const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) => ({
  read: (text: string) =>
    [...new Set(text.split(','))].filter((code): code is Code => Object.keys(words).includes(code)),
  write: (values: readonly Code[]) => values.join(','),
});

/** THE table: every parameter, in the order in which it is written. */
const PARAMETERS: Parameters<UrlState> = {
  place: { name: 'place', read: matching(/^[0-9A-Z]{26}$/) },
  openNow: { name: 'open', ...flag },
  roundTheClock: { name: 'allday', ...flag },
  kinds: { name: 'kind', ...codes(KIND_WORDS) },
  categories: { name: 'category', ...codes(CATEGORY_WORDS) },
  amenities: { name: 'amenity', ...codes(AMENITY_WORDS) },
  query: { name: 'q', read: (text) => text.slice(0, 60), write: (text) => text.trim() },
  from: {
    name: 'from',
    read: (text) => readNumbers(text, 2)?.position,
    write: writePosition,
  },
  view: {
    name: 'view',
    read: (text) => {
      const read = readNumbers(text, 3);
      const zoom = read?.rest;
      return read && zoom !== undefined && zoom >= 3 && zoom <= 20
        ? { center: read.position, zoom }
        : undefined;
    },
    write: ({ center, zoom }) => `${writePosition(center)},${Number(zoom.toFixed(2))}`,
  },
  language: { name: 'lang', read: oneOf(['zh', 'en'] as const) },
};

/** Reads `#place=…&open=1…`. What it does not know or cannot read it leaves at its default. */
export const readUrlState = (hash: string): UrlState => readParameters(PARAMETERS, EMPTY_URL_STATE, hash);

/** Writes a state as a hash; `''` when there is nothing to say. */
export const writeUrlState = (state: UrlState): string => writeParameters(PARAMETERS, EMPTY_URL_STATE, state);

/** Five decimals are a metre. */
function writePosition([lng, lat]: Position): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}

function readNumbers(text: string, count: number): { position: Position; rest?: number } | undefined {
  const parts = text.split(',');
  const [lng, lat, rest] = parts.map(Number);
  if (parts.length !== count || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return undefined;
  if (lng === undefined || lat === undefined || !isInChina([lng, lat])) return undefined;
  return { position: [lng, lat], ...(rest !== undefined && { rest }) };
}

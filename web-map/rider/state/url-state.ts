import { isInChina } from '../../../shared/geo/china.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { AMENITY_WORDS, CATEGORY_WORDS, KIND_WORDS } from '../../../shared/labels/place-words.ts';
import type { Wanted } from '../../../shared/place/rank.ts';
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

/** One parameter of the address: how it is read (undefined where it makes no sense) and written. */
type Parameter<Key extends keyof UrlState> = {
  name: string;
  read(text: string): UrlState[Key] | undefined;
  write(value: UrlState[Key]): string | undefined;
};

const flag = { read: (text: string) => text === '1', write: (on: boolean) => (on ? '1' : undefined) };

const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) => ({
  read: (text: string) =>
    [...new Set(text.split(','))].filter((code): code is Code => Object.keys(words).includes(code)),
  write: (values: readonly Code[]) => values.join(',') || undefined,
});

/** THE table: every parameter, in the order in which it is written. */
const PARAMETERS: { [Key in keyof UrlState]: Parameter<Key> } = {
  place: {
    name: 'place',
    read: (text) => (/^[0-9A-Z]{26}$/.test(text) ? text : undefined),
    write: (id) => id,
  },
  openNow: { name: 'open', ...flag },
  roundTheClock: { name: 'allday', ...flag },
  kinds: { name: 'kind', ...codes(KIND_WORDS) },
  categories: { name: 'category', ...codes(CATEGORY_WORDS) },
  amenities: { name: 'amenity', ...codes(AMENITY_WORDS) },
  query: { name: 'q', read: (text) => text.slice(0, 60), write: (text) => text.trim() || undefined },
  from: {
    name: 'from',
    read: (text) => readNumbers(text, 2)?.position,
    write: (position) => position && writePosition(position),
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
    write: (view) => view && `${writePosition(view.center)},${Number(view.zoom.toFixed(2))}`,
  },
  language: {
    name: 'lang',
    read: (text) => (text === 'zh' || text === 'en' ? text : undefined),
    write: (language) => language,
  },
};

const KEYS = Object.keys(PARAMETERS) as (keyof UrlState)[];

/** Reads `#place=…&open=1…`. What it does not know or cannot read it leaves at its default. */
export function readUrlState(hash: string): UrlState {
  const texts = new URLSearchParams(hash.replace(/^#/, ''));
  const state: Record<string, unknown> = { ...EMPTY_URL_STATE };
  for (const key of KEYS) {
    const text = texts.get(PARAMETERS[key].name);
    if (text === null) continue;
    const value = PARAMETERS[key].read(text);
    if (value !== undefined) state[key] = value;
  }
  return state as UrlState;
}

/** Writes a state as a hash; `''` when there is nothing to say. */
export function writeUrlState(state: UrlState): string {
  const parts = KEYS.flatMap((key) => {
    const text = (PARAMETERS[key] as Parameter<typeof key>).write(state[key] as never);
    return text === undefined ? [] : [written(PARAMETERS[key].name, text)];
  });
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** Commas separate values and may stay readable. Unlike `encodeURIComponent` this takes half an emoji too. */
const written = (name: string, text: string): string =>
  new URLSearchParams([[name, text]]).toString().replace(/%2C/g, ',');

/** Five decimals are a metre. */
const writePosition = ([lng, lat]: Position): string => `${lng.toFixed(5)},${lat.toFixed(5)}`;

function readNumbers(text: string, count: number): { position: Position; rest?: number } | undefined {
  const parts = text.split(',');
  const [lng, lat, rest] = parts.map(Number);
  if (parts.length !== count || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return undefined;
  if (lng === undefined || lat === undefined || !isInChina([lng, lat])) return undefined;
  return { position: [lng, lat], ...(rest !== undefined && { rest }) };
}

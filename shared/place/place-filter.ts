import { AMENITY_WORDS, CATEGORY_WORDS } from '../labels/place-words.ts';
import type { AmenityCode } from './amenity.ts';
import type { Category, Kind } from './kind.ts';
import type { PlaceSummary } from './place-summary.ts';
import { matchesWords, queryWords } from './search-match.ts';

/** The part of a wish that does not depend on the hour. Empty lists and an empty query ask for nothing. */
export type PlaceFilter = {
  /** Any of these. */
  kinds: readonly Kind[];
  /** Any of these. */
  categories: readonly Category[];
  /** All of these, present and working. */
  amenities: readonly AmenityCode[];
  /** Only what never closes on an ordinary day. */
  roundTheClock: boolean;
  query: string;
};

/** Makes a filter once, to ask it of many places. */
export function placeMatcher(wanted: PlaceFilter): (place: PlaceSummary) => boolean {
  const words = queryWords(wanted.query).map((word) => ({ word, codes: codesCalled(word) }));
  return (place) =>
    (wanted.kinds.length === 0 || wanted.kinds.includes(place.kind)) &&
    (wanted.categories.length === 0 || wanted.categories.includes(place.category)) &&
    wanted.amenities.every((code) => hasWorking(place, code)) &&
    (!wanted.roundTheClock || isRoundTheClock(place)) &&
    words.every(
      ({ word, codes }) =>
        matchesWords(place.searchKey, [word]) ||
        codes.has(place.category) ||
        place.amenities.some(({ code }) => codes.has(code)),
    );
}

const hasWorking = (place: PlaceSummary, code: AmenityCode): boolean =>
  place.amenities.some((amenity) => amenity.code === code && amenity.state === 'working');

/** Whether every day of the ordinary week is open from midnight to midnight. */
const isRoundTheClock = ({ schedule }: PlaceSummary): boolean =>
  schedule?.week.every((hours) => hours.length === 1 && hours[0]?.[0] === 0 && hours[0][1] >= 1440) ?? false;

/** The categories and amenities whose name holds a word of the query: 充电 means the sockets, not only a shop's name. */
function codesCalled(word: string): ReadonlySet<string> {
  const codes = Object.entries({ ...CATEGORY_WORDS, ...AMENITY_WORDS })
    .filter(
      ([, { zh, en }]) => zh.toLowerCase().includes(word) || en.toLowerCase().split(/\W+/).includes(word),
    )
    .map(([code]) => code);
  return new Set(codes);
}

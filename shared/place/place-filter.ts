import { AMENITY_SYNONYMS, CATEGORY_SYNONYMS, type Synonyms } from '../labels/place-synonyms.ts';
import { AMENITY_WORDS, CATEGORY_WORDS } from '../labels/place-words.ts';
import type { WordsOf } from '../labels/words.ts';
import type { AmenityCode } from './amenity.ts';
import type { Category, Kind } from './kind.ts';
import type { PlaceSummary } from './place-summary.ts';
import { matchesWords, queryWords, searchText } from './search-match.ts';

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
  // A query of nothing but signs is a question that no place answers.
  if (words.length === 0 && wanted.query.trim() !== '') return () => false;
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

/** "能充电" and "有微波炉" ask for the thing itself. */
const ASKING = /^(?:可以|能|有|可|要|想)(?=.)/;

/** A Latin word means a thing from its third letter on: shorter ones are initials of names. */
const SHORTEST_WORD = 3;

type CodeNames = { code: string; chinese: string[]; english: string[] };

/** What each category and amenity is called, once in folded form: 厕所, first-aid kit and Wi-Fi mean their code. */
const CODE_NAMES: readonly CodeNames[] = [
  ...namesOf(CATEGORY_WORDS, CATEGORY_SYNONYMS),
  ...namesOf(AMENITY_WORDS, AMENITY_SYNONYMS),
];

function namesOf<Code extends string>(words: WordsOf<Code>, synonyms: Synonyms<Code>): CodeNames[] {
  return (Object.keys(words) as Code[]).map((code) => {
    const { zh, en } = words[code];
    return {
      code,
      chinese: [zh, ...(synonyms[code] ?? '').split(' ')].map(searchText),
      english: [searchText(en), ...en.split(/\W+/).map(searchText)],
    };
  });
}

/** The categories and amenities that a word of the query means: 充电 asks for sockets, not only for a shop's name. */
function codesCalled(word: string): ReadonlySet<string> {
  const asked = word.replace(ASKING, '');
  const isCalled = ({ chinese, english }: CodeNames) =>
    chinese.some((name) => name.includes(asked)) ||
    (asked.length >= SHORTEST_WORD && english.some((name) => name.startsWith(asked)));
  return new Set(CODE_NAMES.filter(isCalled).map(({ code }) => code));
}

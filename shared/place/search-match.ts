/** Text as search compares it: full-width forms folded, lower case, letters and digits only. */
export const searchText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The words of a query, each of which a place has to match: split at spaces and punctuation, and where
 * Latin text meets Chinese (华阳st is 华阳 and st).
 */
export const queryWords = (query: string): string[] =>
  query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’-]/g, '')
    .match(/[a-z]+|\p{N}+|(?:(?![a-z])\p{L})+/gu) ?? [];

/**
 * Whether a search key (`searchKey`) holds every word of a query, as text or as pinyin. Pinyin is matched
 * from the start of any syllable, in full, by initials or mixed: "huayang", "hys", "huays" and "shitang"
 * all find 华阳社区食堂, "angshe" does not. An empty query matches everything.
 */
export const matchesQuery = (searchKey: string, query: string): boolean =>
  matchesWords(searchKey, queryWords(query));

/** `matchesQuery` for a query that was split once and is asked of many places. */
export const matchesWords = (searchKey: string, words: readonly string[]): boolean =>
  words.every((word) => searchKey.includes(word) || (/^[a-z]/.test(word) && soundsLike(searchKey, word)));

// The syllables are read where they stand, without splitting: this runs over thousands of keys at each key press.

const NEWLINE = 10;
const APOSTROPHE = 39;
const BAR = 124;

const soundsLike = (searchKey: string, word: string): boolean => {
  const first = word.charCodeAt(0);
  for (let at = searchKey.indexOf('\n'); at >= 0 && at < searchKey.length; at++) {
    const code = searchKey.charCodeAt(at);
    const startsReading = code === NEWLINE || code === APOSTROPHE || code === BAR;
    if (startsReading && searchKey.charCodeAt(at + 1) === first && isSpelled(searchKey, at + 1, word, 0))
      return true;
  }
  return false;
};

/**
 * Whether the rest of `word` from `from` spells the syllables from the reading at `at` on: each in full or by
 * its initial, the last one perhaps unfinished.
 */
const isSpelled = (key: string, at: number, word: string, from: number): boolean => {
  let end = at;
  let read = from;
  while (end < key.length && !isBorder(key.charCodeAt(end))) {
    if (read < word.length && key.charCodeAt(end) === word.charCodeAt(read)) {
      read += 1;
      end += 1;
    } else break;
  }
  if (read === from) return false;
  if (read === word.length) return true;
  if ((end === key.length || isBorder(key.charCodeAt(end))) && isSpelledNext(key, end, word, read))
    return true;
  // zh, ch and sh count as initials too: 长者 is "zhzh" as well as "zz".
  const initial = /[zcs]/.test(word[from] as string) && word[from + 1] === 'h' && key[at + 1] === 'h' ? 2 : 1;
  return isSpelledNext(key, at, word, from + initial);
};

/** `isSpelled` for any reading of the syllable after the one that holds `at`. */
const isSpelledNext = (key: string, at: number, word: string, from: number): boolean => {
  let next = at;
  while (next < key.length && key.charCodeAt(next) !== APOSTROPHE) {
    if (key.charCodeAt(next) === NEWLINE) return false;
    next += 1;
  }
  while (next < key.length && key.charCodeAt(next) !== NEWLINE) {
    if (isSpelled(key, next + 1, word, from)) return true;
    next += 1;
    while (next < key.length && !isBorder(key.charCodeAt(next))) next += 1;
    if (key.charCodeAt(next) !== BAR) return false;
  }
  return false;
};

const isBorder = (code: number): boolean => code === NEWLINE || code === APOSTROPHE || code === BAR;

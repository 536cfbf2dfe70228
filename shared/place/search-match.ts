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

const NEWLINE = 10;
const APOSTROPHE = 39;
const BAR = 124;

/**
 * Whether a word spells syllables that follow each other: each in full or by its initial, the last one perhaps
 * unfinished. Syllable by syllable it keeps which parts of the word may have been spelled so far, so that the time
 * grows with the key and the word, however many readings their syllables have. The syllables are read where they
 * stand, without splitting: this runs over thousands of keys at each key press.
 */
const soundsLike = (key: string, word: string): boolean => {
  let spelled = new Uint8Array(word.length + 1);
  let next = new Uint8Array(word.length + 1);
  for (let at = key.indexOf('\n'); at >= 0 && at < key.length; ) {
    const border = key.charCodeAt(at);
    if (border === NEWLINE) {
      spelled.fill(0);
      next.fill(0);
    } else if (border === APOSTROPHE) {
      [spelled, next] = [next, spelled];
      next.fill(0);
    }
    spelled[0] = 1;
    const end = endOfReading(key, at + 1);
    for (let from = 0; from < word.length; from++) {
      if (spelled[from] === 0) continue;
      const letters = sharedLetters(key, at + 1, end, word, from);
      if (letters === 0) continue;
      if (from + letters === word.length) return true;
      if (letters === end - at - 1) next[from + letters] = 1;
      next[from + initialLetters(key, at + 1, word, from)] = 1;
    }
    at = end;
  }
  return false;
};

const endOfReading = (key: string, at: number): number => {
  let end = at;
  while (end < key.length && !isBorder(key.charCodeAt(end))) end += 1;
  return end;
};

const sharedLetters = (key: string, at: number, end: number, word: string, from: number): number => {
  let letters = 0;
  while (
    at + letters < end &&
    from + letters < word.length &&
    key.charCodeAt(at + letters) === word.charCodeAt(from + letters)
  )
    letters += 1;
  return letters;
};

/** zh, ch and sh count as initials too: 长者 is "zhzh" as well as "zz". */
const initialLetters = (key: string, at: number, word: string, from: number): number =>
  /[zcs]/.test(word[from] as string) && word[from + 1] === 'h' && key[at + 1] === 'h' ? 2 : 1;

const isBorder = (code: number): boolean => code === NEWLINE || code === APOSTROPHE || code === BAR;

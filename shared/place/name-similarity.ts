/** Two names this similar may be the same place. */
export const SIMILAR_NAMES = 0.8;

/** Words that say what a place is and not which one: they neither join nor separate two names. */
const GENERIC =
  /有限责任公司|股份有限公司|有限公司|分公司|便利店|超级市场|超市|专卖店|旗舰店|门店|分店|总店|餐饮店|饭店|餐厅|小吃店|药房|药店|大药房|咖啡|上海市?|社区|\b(?:shop|store|restaurant|coffee|cafe|co|ltd)\b|店/gu;

/** Characters that tell neighbours apart: south and north hall, gate 1 and gate 2. */
const ORDINAL = /^(?:\d+|[东南西北上下左右前后中一二三四五六七八九十甲乙丙丁a-z])$/u;

/** This many Chinese characters are a word: what only one of two names says in this length is no slip. */
const WORD_CHARACTERS = 2;

/** A name split once, to be compared with many. */
export type NameTokens = {
  /** Each Chinese character, each Latin word, each number. */
  tokens: readonly string[];
  /** The tokens before which the name itself breaks: at brackets, spaces, generic words, another script. */
  breaks: readonly number[];
};

/**
 * How alike two names are, 0 to 1, on characters and not on bytes: the common subsequence of their Chinese
 * characters and Latin words, over both lengths, after width, case, punctuation and generic words are put
 * aside. 0 where they differ in nothing but a number or a direction (北站厅, 南站厅), or by a word that tells
 * them apart (中国银行, 中国农业银行).
 */
export const nameSimilarity = (a: string, b: string): number => similarityOf(nameTokens(a), nameTokens(b));

/** The tokens `similarityOf` compares. */
export const nameTokens = (name: string): NameTokens => {
  const folded = name.normalize('NFKC').toLowerCase();
  const specific = tokensOf(folded.replace(GENERIC, ' '));
  return specific.tokens.length > 0 ? specific : tokensOf(folded);
};

/** `nameSimilarity` of names that were split once. */
export const similarityOf = (one: NameTokens, other: NameTokens): number => {
  // In one order, so that of several common subsequences it is the same both ways.
  const [a, b] = isBefore(one, other) ? [one, other] : [other, one];
  const [shorter, longer] = [a.tokens.length, b.tokens.length];
  if (shorter === 0) return 0;
  if ((2 * shorter) / (shorter + longer) < SIMILAR_NAMES) return shorter / (shorter + longer);
  const { common, gaps } = aligned(a.tokens, b.tokens);
  const similarity = (2 * common) / (shorter + longer);
  if (similarity >= SIMILAR_NAMES) {
    const onlyA = gaps.flatMap((gap) => gap.a);
    const onlyB = gaps.flatMap((gap) => gap.b);
    if (areOrdinals(onlyA) && areOrdinals(onlyB)) return 0;
    if (gaps.some((gap) => tellsApart(gap, a, b))) return 0;
  }
  return similarity;
};

/** What stands between two common tokens, or before the first or after the last: `at` is where, in each name. */
type Gap = { a: string[]; b: string[]; at: [a: number, b: number]; isInside: boolean };

/**
 * Two different words in one place, or a word in the midst of what the other name says without a break. A word
 * before or behind the name (中国工商银行, 工商银行) or at a break (肯德基(龙之梦), 肯德基长宁龙之梦) may be there or not.
 */
const tellsApart = (gap: Gap, a: NameTokens, b: NameTokens): boolean => {
  if (isWord(gap.a) && isWord(gap.b)) return true;
  if (!gap.isInside) return false;
  if (gap.a.length === 0 && isWord(gap.b)) return !a.breaks.includes(gap.at[0]);
  if (gap.b.length === 0 && isWord(gap.a)) return !b.breaks.includes(gap.at[1]);
  return false;
};

const isWord = (tokens: readonly string[]): boolean =>
  tokens.length >= WORD_CHARACTERS && tokens.every((token) => /^\p{Script=Han}$/u.test(token));

const areOrdinals = (tokens: readonly string[]): boolean =>
  tokens.length > 0 && tokens.every((token) => ORDINAL.test(token));

const isBefore = ({ tokens: a }: NameTokens, { tokens: b }: NameTokens): boolean =>
  a.length === b.length ? a.join() <= b.join() : a.length < b.length;

const tokensOf = (text: string): NameTokens => {
  const tokens: string[] = [];
  const breaks: number[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(/\p{Script=Latin}+|\d+|[\p{L}\p{N}]/gu)) {
    const isApart =
      index > end || !/^\p{Script=Han}$/u.test(token) || !/\p{Script=Han}$/u.test(tokens.at(-1) ?? '');
    if (isApart) breaks.push(tokens.length);
    tokens.push(token);
    end = index + token.length;
  }
  return { tokens, breaks };
};

/** A longest common subsequence: its length, and what lies between its tokens. */
const aligned = (a: readonly string[], b: readonly string[]): { common: number; gaps: Gap[] } => {
  const width = b.length + 1;
  const lengths = new Uint8Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const gaps: Gap[] = [];
  let [fromA, fromB] = [0, 0];
  let [i, j] = [0, 0];
  const close = (isEnd: boolean) => {
    if (i > fromA || j > fromB) {
      const isInside = !isEnd && fromA + fromB > 0;
      gaps.push({ a: a.slice(fromA, i), b: b.slice(fromB, j), at: [fromA, fromB], isInside });
    }
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close(false);
      i += 1;
      j += 1;
      [fromA, fromB] = [i, j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  [i, j] = [a.length, b.length];
  close(true);
  return { common: at(0, 0), gaps };
};

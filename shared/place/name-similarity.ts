/** Two names this similar may be the same place. */
export const SIMILAR_NAMES = 0.8;

/** Words that say what a place is and not which one: they neither join nor separate two names. */
const GENERIC =
  /有限责任公司|股份有限公司|有限公司|分公司|便利店|超级市场|超市|专卖店|旗舰店|门店|分店|总店|餐饮店|饭店|餐厅|小吃店|药房|药店|大药房|咖啡|上海市?|社区|\b(?:shop|store|restaurant|coffee|cafe|co|ltd)\b|店/gu;

/** Characters that tell neighbours apart: south and north hall, gate 1 and gate 2. */
const ORDINAL = /^(?:\d+|[东南西北上下左右前后中一二三四五六七八九十甲乙丙丁a-z])$/u;

/**
 * How alike two names are, 0 to 1, on characters and not on bytes: the common subsequence of their Chinese
 * characters and Latin words, over both lengths, after width, case, punctuation and generic words are put
 * aside. Names that differ in nothing but a number or a direction are not alike (北站厅, 南站厅): 0.
 */
export const nameSimilarity = (a: string, b: string): number => similarityOf(nameTokens(a), nameTokens(b));

/** The tokens `similarityOf` compares: each Chinese character, each Latin word, each number. */
export const nameTokens = (name: string): string[] => {
  const folded = name.normalize('NFKC').toLowerCase();
  const specific = tokensOf(folded.replace(GENERIC, ' '));
  return specific.length > 0 ? specific : tokensOf(folded);
};

/** `nameSimilarity` of names that were split once and are compared with many. */
export const similarityOf = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 || b.length === 0) return 0;
  const shorter = Math.min(a.length, b.length);
  if ((2 * shorter) / (a.length + b.length) < SIMILAR_NAMES) return (2 * shorter) / (a.length + b.length) / 2;
  const common = longestCommon(a, b);
  const onlyA = without(a, common);
  const onlyB = without(b, common);
  const ordinals = (tokens: readonly string[]) =>
    tokens.length > 0 && tokens.every((token) => ORDINAL.test(token));
  if (ordinals(onlyA) && ordinals(onlyB)) return 0;
  return (2 * common.length) / (a.length + b.length);
};

const tokensOf = (text: string): string[] => text.match(/\p{Script=Latin}+|\d+|[\p{L}\p{N}]/gu) ?? [];

const without = (tokens: readonly string[], common: readonly string[]): string[] => {
  let next = 0;
  return tokens.filter((token) => {
    if (token !== common[next]) return true;
    next += 1;
    return false;
  });
};

const longestCommon = (a: readonly string[], b: readonly string[]): string[] => {
  const width = b.length + 1;
  const lengths = new Uint8Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] as string);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
};

import { pinyin } from 'pinyin-pro';
import { type NameTokens, nameTokens, similarityOf } from '../place/name-similarity.ts';

/**
 * How alike two names are, 0 to 1: as written, or as spoken, whichever is more. As spoken, characters of one
 * syllable count as one (豫园 and 裕园, 麵館 and 面馆), and the rules of `nameSimilarity` hold for the rest. Pinyin
 * needs its dictionary, so only what writes imports this file.
 */
export const nameLikeness = (a: string, b: string): number => {
  const [one, other] = [nameTokens(a), nameTokens(b)];
  const written = similarityOf(one, other);
  const representatives = new Map<string, string>();
  return Math.max(written, similarityOf(spoken(one, representatives), spoken(other, representatives)));
};

/** The tokens with every Chinese character replaced by the first one that was met of its syllable. */
const spoken = ({ tokens, breaks }: NameTokens, representatives: Map<string, string>): NameTokens => {
  const isHan = (token: string) => /^\p{Script=Han}$/u.test(token);
  const syllables = pinyin(tokens.filter(isHan).join(''), { toneType: 'none', type: 'array' });
  let next = 0;
  return {
    breaks,
    tokens: tokens.map((token) => {
      if (!isHan(token)) return token;
      const syllable = syllables[next++] ?? token;
      const representative = representatives.get(syllable) ?? token;
      representatives.set(syllable, representative);
      return representative;
    }),
  };
};

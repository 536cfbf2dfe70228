import * as z from 'zod';
import { expectAnswer } from './ask-wechat.ts';
import { askWithToken } from './with-access-token.ts';

/** What the machine says; never publish on anything but `pass` without a person. */
export const Suggestion = z.enum(['pass', 'review', 'risky']);
export type Suggestion = z.infer<typeof Suggestion>;

const Answer = z.object({ result: z.object({ suggest: Suggestion }) });

/** What is checked at once, in characters. */
const MOST_CHARACTERS = 2500;
/** Parts of a longer text overlap, so that no word is cut in two. */
const OVERLAP = 50;

/** Texts that describe somebody or something, as WeChat sorts them (`scene`). */
const PROFILE = 1;

/**
 * What WeChat's machine says of a text (msgSecCheck, version 2), the worst of its parts where it is long.
 * @throws DomainError `unavailable` when it cannot say: WeChat fails, or has not seen the person for two hours (61010).
 */
export const checkContent = async (openid: string, content: string): Promise<Suggestion> => {
  const name = 'msgSecCheck';
  const suggestions = await Promise.all(
    partsOf(content).map(async (part) => {
      const body = { content: part, version: 2, scene: PROFILE, openid };
      const answer = await askWithToken({ name, path: '/wxa/msg_sec_check', body });
      return expectAnswer(name, answer, Answer).result.suggest;
    }),
  );
  return (['risky', 'review'] as const).find((worst) => suggestions.includes(worst)) ?? 'pass';
};

/** A text in parts that can be checked; one with nothing in it has none. */
export const partsOf = (content: string): string[] => {
  const characters = [...content.trim()];
  const parts: string[] = [];
  for (let from = 0; from < characters.length; from += MOST_CHARACTERS - OVERLAP) {
    parts.push(characters.slice(from, from + MOST_CHARACTERS).join(''));
    if (from + MOST_CHARACTERS >= characters.length) break;
  }
  return parts;
};

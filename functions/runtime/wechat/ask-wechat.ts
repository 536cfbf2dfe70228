import * as z from 'zod';
import { DomainError } from '../../../shared/api/problem.ts';
import { env } from '../env.ts';
import { problemOf } from './wechat-problem.ts';

/** One request to WeChat's server. `name` is what the log calls it: the query holds secrets. */
export type WechatRequest = {
  name: string;
  path: string;
  query?: Record<string, string>;
  /** JSON, sent as real UTF-8: the content check lets escaped characters pass unread. */
  body?: object;
};

/** What WeChat answers: an error is HTTP 200 too, and some successes carry no `errcode` at all. */
export const WechatAnswer = z.looseObject({ errcode: z.int().default(0), errmsg: z.string().optional() });
export type WechatAnswer = z.infer<typeof WechatAnswer>;

/** Each try; three of them end before the 15 s of a function do. */
const TIMEOUT_MS = 4000;
const MOST_TRIES = 3;

/** The system is busy, or asked too often: neither has done anything yet. */
const TRY_AGAIN = new Set([-1, 45011]);

/**
 * Asks WeChat and tries again after a short random pause where it says that it did nothing. An answer that never
 * came is not asked for again: the code may be used by then, the message sent.
 * @throws DomainError `unavailable` when it cannot be reached, or answers what `read` cannot read.
 */
export const askWechat = async <Answer extends { errcode: number } = WechatAnswer>(
  request: WechatRequest,
  read: (response: Response, name: string) => Promise<Answer> = readJson as never,
): Promise<Answer> => {
  for (let attempt = 1; ; attempt++) {
    const answer = await read(await fetchWechat(request), request.name);
    if (!TRY_AGAIN.has(answer.errcode) || attempt === MOST_TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));
  }
};

const fetchWechat = async ({ name, path, query = {}, body }: WechatRequest): Promise<Response> => {
  const url = new URL(path, env.WECHAT_API_BASE);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      }),
    });
    if (response.ok) return response;
  } catch {
    // The error's own text would name the address with its secrets.
  }
  throw new DomainError('unavailable', `WeChat did not answer ${name}`);
};

/** The JSON of an answer. @throws DomainError `unavailable` where it is none. */
export const readJson = async (response: Response, name: string): Promise<WechatAnswer> => {
  try {
    return WechatAnswer.parse(await response.json());
  } catch {
    throw new DomainError('unavailable', `WeChat answered ${name} with something else than JSON`);
  }
};

/** The answer in its expected shape. @throws DomainError as `problemOf` says for WeChat's error code. */
export const expectAnswer = <Answer>(
  name: string,
  answer: WechatAnswer,
  schema: z.ZodType<Answer>,
): Answer => {
  if (answer.errcode !== 0) throw problemOf(name, answer);
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new DomainError('unavailable', `WeChat answered ${name} in another shape`);
  return parsed.data;
};

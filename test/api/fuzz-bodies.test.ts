import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { arbitraryOf } from '../support/arbitrary-of-schema.ts';
import { approveShop, type SignedInFetch, submitShop } from '../support/register-shop.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

/** The second zone of the tests could tell little that the first has not. */
const BODIES = process.env.TZ === 'UTC' ? 10_000 : 1_000;
/** As many requests run at the same time as a busy minute brings. */
const AT_ONCE = 8;

let system: TestSystem;
let callers: SignedInFetch[];
let known: { place: string; registration: string };

beforeAll(async () => {
  system = await startSystem();
  const people = ['demo-merchant', 'demo-reviewer', 'demo-admin', 'demo-system-admin', 'demo-grid-staff'];
  const signedIn = await Promise.all(people.map((openid) => system.signIn(openid)));
  callers = [system.fetch, ...signedIn.map(({ fetch }) => fetch)];
  const [, owner, reviewer] = callers as [unknown, SignedInFetch, SignedInFetch];
  const place = await approveShop(reviewer, (await submitShop(owner, '三号面馆')).id);
  const registration = (await submitShop(owner, '四号鞋摊', { licenceCode: '91310105MA1FW00015' })).id;
  known = { place, registration };
}, 120_000);

afterAll(() => system.close());

/** Writes that take a body, and those that say only with what they are about. */
const writes = Object.entries(routes as Record<string, Route>).filter(
  ([id, { key }]) => !key.startsWith('GET ') && id !== 'deleteMe' && id !== 'endSession',
);

const request = fc.constantFrom(...writes).chain(([id, route]) =>
  fc.record({
    id: fc.constant(id),
    key: fc.constant(route.key),
    caller: fc.nat({ max: 5 }),
    usesKnown: fc.integer({ min: 0, max: 9 }),
    version: fc.constantFrom('"1"', '"2"', '"3"', '"9"', 'W/"1"', 'x', undefined),
    body: route.body ? arbitraryOf(route.body) : fc.constant(undefined),
    spoiled: fc.integer({ min: 0, max: 19 }),
  }),
);

const SECRETS = /at \w+ \(|node_modules|\/functions\/|AWS_|accessKey|"stack"|session_key|appSecret/;

/** A body as text; one of twenty is no JSON. */
const textOf = (body: unknown, spoiled: number): string => {
  const text = JSON.stringify(body) ?? '';
  return spoiled === 0 ? `${text.slice(0, -1)}\u0000` : text;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

describe('any body', () => {
  it('is answered without a 5xx, a stack trace or a secret, and every refusal is a problem', async () => {
    const counts = new Map<number, number>();
    const broken: string[] = [];
    const check = async (asked: Asked) => {
      const path = asked.key
        .replace(/^\w+ /, '')
        .replace('{code}', '310105001')
        .replace('{id}', () => {
          if (asked.usesKnown === 0) return '01ARZ3NDEKTSV4RRFFQ69G5FAV';
          return /registrations|cases/.test(asked.key) ? known.registration : known.place;
        });
      const caller = callers[asked.caller] as SignedInFetch;
      const answer = await caller(path, {
        method: asked.key.split(' ')[0] as string,
        headers: {
          'content-type': 'application/json',
          ...(asked.version !== undefined && { 'if-match': asked.version }),
        },
        ...(asked.body !== undefined && { body: textOf(asked.body, asked.spoiled) }),
      });
      const text = await answer.text();
      const what = `${asked.key} ${answer.status} ${JSON.stringify(asked.body)?.slice(0, 300)} -> ${text.slice(0, 300)}`;
      const isProblem = answer.status < 400 || Problem.safeParse(readJson(text)).success;
      if (answer.status >= 500 || SECRETS.test(text) || !isProblem) broken.push(what);
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    };
    const asked = fc.sample(request, { numRuns: BODIES, seed: 20261120 }) as Asked[];
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      await Promise.all(asked.slice(from, from + AT_ONCE).map(check));
    }
    expect(broken).toEqual([]);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(total).toBe(BODIES);
    // It must reach behind the door: refused for their content, and let through.
    expect(counts.get(400)).toBeGreaterThan(BODIES / 10);
    expect((counts.get(200) ?? 0) + (counts.get(201) ?? 0)).toBeGreaterThan(BODIES / 200);
  }, 300_000);
});

type Asked = {
  key: string;
  caller: number;
  usesKnown: number;
  version: string | undefined;
  body: unknown;
  spoiled: number;
};

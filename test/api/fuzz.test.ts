import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../shared/api/problem.ts';
import { routes } from '../../shared/api/routes.ts';
import type { SignedInFetch } from '../support/register-shop.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

let system: TestSystem;
let callers: SignedInFetch[];

beforeAll(async () => {
  system = await startSystem();
  const people = ['demo-merchant', 'demo-planner', 'demo-system-admin'];
  const signedIn = await Promise.all(people.map((openid) => system.signIn(openid)));
  callers = [system.fetch, ...signedIn.map(({ fetch }) => fetch)];
});

afterAll(() => system.close());

/** Anything a query may hold: what is nearly right, and what is not. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'Infinity',
    '121.415',
    '31.2192',
    '999999999999999999999',
    '0x10',
    'null',
    'true',
    'now',
    '2026-11-20T12:00:00+08:00',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '121.4,31.2,121.5,31.3',
    'station',
    'microwave,microwave',
    '310105001',
    '__proto__',
    '<script>alert(1)</script>',
    '食堂',
    '%',
    "'; DROP TABLE places; --",
    'a'.repeat(3000),
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.double().map(String),
  fc.integer().map(String),
);

/** What each parameter is meant to hold, so that most requests reach the rules behind the schemas. */
const PLAUSIBLE: Record<string, fc.Arbitrary<string>> = {
  x: fc.integer({ min: 13_700, max: 13_740 }).map(String),
  y: fc.integer({ min: 6680, max: 6710 }).map(String),
  id: fc.constant('01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  lng: fc.double({ min: 121, max: 122, noNaN: true }).map((lng) => lng.toFixed(5)),
  lat: fc.double({ min: 31, max: 31.5, noNaN: true }).map((lat) => lat.toFixed(5)),
  radiusMeters: fc.integer({ min: 0, max: 5000 }).map(String),
  limit: fc.integer({ min: 1, max: 50 }).map(String),
  bbox: fc.constant('121.40,31.20,121.43,31.24'),
  kind: fc.constantFrom('station', 'merchant,facility'),
  category: fc.constantFrom('canteen', 'park,culture'),
  amenities: fc.constantFrom('microwave', 'seats,toilet'),
  openAt: fc.constantFrom('now', '2026-11-20T12:00:00+08:00', '2031-01-01T00:00:00Z'),
  q: fc.constantFrom('食堂', 'hys', '24'),
  subdistrict: fc.constantFrom('310105001', '310104004'),
  cursor: fc.constant('MTQ'),
  crs: fc.constantFrom('wgs84', 'gcj02'),
  format: fc.constantFrom('geojson', 'markers'),
  code: fc.constantFrom('310105001', 'no-such-code'),
  size: fc.constantFrom('full', 'thumbnail'),
  class: fc.constantFrom('canteen', 'rest_stations'),
  meters: fc.constantFrom('300', '500'),
  mode: fc.constantFrom('circle', 'network'),
  demand: fc.constantFrom('residents', 'riders'),
  month: fc.constantFrom('202611', '202613'),
  memberCode: fc.constant('ABCD2345'),
  filter: fc.constantFrom('open', 'mine', 'decided'),
  state: fc.constantFrom('published', 'suspended', 'draft'),
  reason: fc.constantFrom('signs', 'stale'),
  person: fc.constant('01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  place: fc.constant('01ARZ3NDEKTSV4RRFFQ69G5FAV'),
};

const REQUIRED = ['lng', 'lat', 'x', 'y', 'id', 'subdistrict', 'bbox'];

const anyOf = (name: string) =>
  fc.oneof({ weight: 9, arbitrary: PLAUSIBLE[name] ?? value }, { weight: 1, arbitrary: value });

const parametersOf = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, anyOf(name)])), {
    requiredKeys: names.filter((name) => REQUIRED.includes(name)),
  });

/** What is only read; what writes is asked with bodies in fuzz-bodies.test.ts. */
const reads = Object.values(routes).filter(({ key }) => key.startsWith('GET '));

const request = fc.constantFrom(...reads).chain((route) =>
  fc.record({
    caller: fc.nat({ max: 3 }),
    key: fc.constant(route.key as string),
    params: parametersOf(Object.keys(route.params.shape)),
    query: fc.tuple(
      parametersOf(Object.keys(route.query.shape)),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant({}) },
        {
          weight: 1,
          arbitrary: fc.dictionary(fc.constantFrom('constructor', '__proto__', 'unknown', 'lng'), value),
        },
      ),
    ),
  }),
);

const SECRETS = /at \w+ \(|node_modules|\/functions\/|AWS_|accessKey|stack/;

describe('any read', () => {
  it('is answered without a 5xx, a stack trace or a secret, and every refusal is a problem', async () => {
    let refused = 0;
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ caller, key, params, query: [meant, more] }) => {
        const [method, template] = key.split(' ') as [string, string];
        const path = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] || 'x'));
        const query = new URLSearchParams([...Object.entries(meant), ...Object.entries(more)] as [
          string,
          string,
        ][]);
        const answer = await (callers[caller] as SignedInFetch)(`${path}?${query}`, { method });
        const text = await answer.text();
        expect(answer.status).toBeLessThan(500);
        expect(text).not.toMatch(SECRETS);
        if (answer.status >= 400) {
          refused += 1;
          expect(Problem.parse(JSON.parse(text)).status).toBe(answer.status);
        } else answered += 1;
      }),
      { numRuns: 800 },
    );
    expect(refused).toBeGreaterThan(150);
    expect(answered).toBeGreaterThan(80);
  }, 120_000);

  it.each([
    ['a percent sign that escapes nothing', '/v1/places/%'],
    ['a byte that is no UTF-8', '/v1/places/%ff'],
    ['a null byte', '/v1/places/%00'],
    ['an escaped slash', '/v1/places/a%2Fb'],
    ['a query that escapes nothing', '/v1/places?q=%'],
    ['the same parameter twice', '/v1/places?bbox=1,2,3,4&bbox=1,2,3,4'],
    ['a very long query', `/v1/places?q=${'a'.repeat(7000)}`],
    ['two slashes', '//v1//places'],
  ])('with %s is refused, not broken', async (_what, path) => {
    const answer = await system.fetch(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(Problem.safeParse(await answer.json()).success).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError, createClient } from '../../shared/api/client.ts';
import { Problem } from '../../shared/api/problem.ts';
import { routes } from '../../shared/api/routes.ts';
import { tileOf } from '../../shared/geo/tile.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.close());

const client = () => createClient((url, options) => system.fetch(url, options));
const tile = tileOf([121.415, 31.2192]);

/** The reads that nobody needs to sign in for; what is behind the sign-in is called in access-matrix.test.ts. */
const publicReads = Object.entries(routes).flatMap(([id, { access, context }]) =>
  access === 'public' && (context === 'map' || context === 'site') ? [id] : [],
);

describe('every public read, through the gateway and the built bundles', () => {
  it('answers what its schema says, to the typed client', async () => {
    const api = client();
    const nearby = await api('listNearbyPlaces', { query: { lng: 121.415, lat: 31.2192 } });
    const first = 'features' in nearby ? nearby.features[0] : undefined;
    const answers = {
      getTile: await api('getTile', { params: { x: tile.x, y: tile.y } }),
      listPlaces: await api('listPlaces', { query: { subdistrict: '310105001', limit: 5 } }),
      listNearbyPlaces: nearby,
      getPlace: await api('getPlace', { params: { id: `${first?.id}` } }),
      exportPlacesGeojson: await api('exportPlacesGeojson', { query: { subdistrict: '310105001' } }),
      exportPlacesCsv: await api('exportPlacesCsv', { query: { subdistrict: '310105001' } }),
      getCatalog: await api('getCatalog'),
      listSubdistricts: await api('listSubdistricts'),
      getHealth: await api('getHealth'),
      getOpenapi: await api('getOpenapi'),
    };
    expect(Object.keys(answers).toSorted()).toEqual(publicReads.toSorted());
    for (const [id, answer] of Object.entries(answers)) {
      const { success, error } = routes[id as keyof typeof routes].response.safeParse(answer);
      expect([id, success, error?.message]).toEqual([id, true, undefined]);
    }
  });

  it('shows the nineteen places of 华阳路街道 after the seed, each marked for what it is', async () => {
    const { features } = await client()('listPlaces', { query: { subdistrict: '310105001', limit: 200 } });
    expect(features.length).toBe(19);
    expect(features.filter(({ properties }) => properties.verifiedAt !== undefined)).toEqual([]);
    const positionsInvented = features.filter(({ properties }) => (properties.accuracyMeters ?? 0) >= 300);
    expect(positionsInvented.filter(({ properties }) => !properties.illustrative)).toEqual([]);
  });

  it('rejects what is wrong with the problem that the API sent', async () => {
    const error = await client()('listPlaces', { query: {} }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).problem?.code).toBe('area_required');
  });

  it('sends the same ETag again, and then nothing but 304', async () => {
    const path = `/v1/tiles/14/${tile.x}/${tile.y}`;
    const etag = (await system.fetch(path)).headers.get('etag') ?? '';
    const again = await system.fetch(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('the OpenAPI document', () => {
  const document = async () => (await (await system.fetch('/v1/openapi.json')).json()) as OpenapiDocument;

  it('describes every route once, under its operationId', async () => {
    const { paths, openapi } = await document();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [
        operationId,
        `${method.toUpperCase()} ${path}`,
      ]),
    );
    expect(openapi).toBe('3.1.0');
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(Object.entries(routes).map(([id, { key }]) => [id, key])),
    );
  });

  it('has no reference that leads nowhere', async () => {
    const openapi = await document();
    const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target]) => target,
    );
    const known = Object.keys(openapi.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((target) => !known.includes(`${target}`))).toEqual([]);
  });

  it('shows parameters as the values that are meant', async () => {
    const { paths } = await document();
    const parameters = paths['/v1/places/nearby']?.get?.parameters ?? [];
    const schemaOf = (name: string) => parameters.find((parameter) => parameter.name === name)?.schema;
    expect(schemaOf('lng')).toEqual({ type: 'number', minimum: -180, maximum: 180 });
    expect(schemaOf('limit')).toEqual({ type: 'integer', minimum: 1, maximum: 50, default: 20 });
    expect(schemaOf('kind')).toMatchObject({
      type: 'array',
      items: { enum: ['station', 'merchant', 'facility'] },
    });
  });
});

describe('what no route takes', () => {
  it.each([
    ['GET', '/v1/unknown', 404, 'unknown_route'],
    ['POST', '/v1/places', 405, 'method_not_allowed'],
    ['DELETE', '/v1/tiles/14/1/1', 405, 'method_not_allowed'],
    ['POST', '/', 405, 'method_not_allowed'],
    ['GET', '/../../package.json', 404, 'unknown_route'],
    ['GET', '/assets/%2e%2e/%2e%2e/openapi.json', 404, 'unknown_route'],
    ['GET', '/v1/tiles/15/1/1', 404, 'unknown_route'],
  ])('%s %s is answered %i as a problem', async (method, path, status, code) => {
    const answer = await system.fetch(path, { method });
    const problem = Problem.parse(await answer.json());
    expect([answer.status, problem.status, problem.code]).toEqual([status, status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(problem.title.zh).toMatch(/\p{Script=Han}/u);
    expect(answer.headers.get('allow') !== null).toBe(status === 405);
  });
});

describe('the site', () => {
  it('is one page with a strict policy, everything from its own origin', async () => {
    const page = await system.fetch('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  });

  it('keeps what is named by its content for ever, and asks again for the rest', async () => {
    const html = await (await system.fetch('/')).text();
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
    expect((await system.fetch(`${script}`)).headers.get('cache-control')).toContain('immutable');
    expect((await system.fetch('/')).headers.get('cache-control')).toBe('no-cache');
    expect((await system.fetch('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('calls nothing that the oldest browsers it is built for lack', async () => {
    const html = await (await system.fetch('/')).text();
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
    const code =
      (await (await system.fetch(`${script}`)).text()) + (await (await system.fetch('/sw.js')).text());
    // Chrome 86 and Safari 14.1: the build lowers syntax, it adds no methods.
    const younger =
      /\.(?:at|toSorted|toReversed|toSpliced|findLast|findLastIndex)\(|structuredClone\(|Object\.hasOwn\(/;
    expect(code.length).toBeGreaterThan(100_000);
    expect(younger.exec(code)?.[0]).toBeUndefined();
  });

  it.each(['planner', 'merchant', 'staff'])('leads /%s to the page, with what was asked', async (page) => {
    const answer = await system.fetch(`/${page}?from=poster`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/${page}/?from=poster`]);
  });

  it('shows a page to who follows a broken link, and a problem to a script that asks for a lost file', async () => {
    const page = await system.fetch('/somewhere');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('这里没有页面');
    const file = await system.fetch('/assets/lost.js');
    expect([file.status, file.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('tells its configuration', async () => {
    expect(await (await system.fetch('/config.json')).json()).toMatchObject({
      baseLayer: { type: 'sketch' },
    });
  });
});

type OpenapiDocument = {
  openapi: string;
  components: { schemas: Record<string, unknown> };
  paths: Record<
    string,
    Record<string, { operationId: string; parameters: { name: string; schema: Record<string, unknown> }[] }>
  >;
};

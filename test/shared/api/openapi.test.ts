import { describe, expect, it } from 'vitest';
import { openapiDocument } from '../../../shared/api/openapi.ts';
import { paths } from '../../../shared/api/paths.ts';
import { routes } from '../../../shared/api/routes.ts';

type Operation = {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { headers?: object; content?: object }>;
  'x-roles'?: string[];
  'x-rate-limit'?: { calls: number; seconds: number };
};

const document = JSON.parse(JSON.stringify(openapiDocument(routes))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
};

const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const operation = (id: string): Operation => operations.find(({ operationId }) => operationId === id)!;
const headerNames = (id: string) =>
  operation(id)
    .parameters.filter((parameter) => parameter.in === 'header')
    .map(({ name }) => name);

describe('the OpenAPI document', () => {
  it('names every route once, under its method and path', () => {
    for (const [id, key] of Object.entries(paths)) {
      const [method = '', path = ''] = key.split(' ');
      expect(document.paths[path]?.[method.toLowerCase()]?.operationId, key).toBe(id);
    }
    expect(operations).toHaveLength(Object.keys(paths).length);
  });

  it('declares every parameter of a path, and refers to nothing that is not there', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map(({ name }) => name).toSorted(), path).toEqual(names.toSorted());
        expect(declared.every(({ required }) => required)).toBe(true);
      }
    }
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty([name!]);
    expect(JSON.stringify(document)).not.toContain('#/$defs/');
  });

  it('says who may call an operation, with what, and in which role', () => {
    expect(Object.keys(document.components.securitySchemes)).toEqual(['bearer', 'cookie']);
    expect(operation('getTile').security).toEqual([]);
    expect(operation('getPhotoImage').security).toEqual([{}, { bearer: [] }, { cookie: [] }]);
    expect(operation('getMe').security).toEqual([{ bearer: [] }, { cookie: [] }]);
    expect(operation('getMe')['x-roles']).toBeUndefined();
    expect(operation('decideCase')['x-roles']).toEqual(['reviewer']);
    for (const [id, { access }] of Object.entries(routes)) {
      expect(operation(id).security.length > 0, id).toBe(access !== 'public');
      expect(operation(id)['x-roles'], id).toEqual(
        typeof access === 'string' ? undefined : [...access.roles],
      );
    }
  });

  it('shows what a write carries and answers: body, version, key, status, limit', () => {
    expect(operation('createSession').requestBody?.required).toBe(true);
    expect(operation('updateMe').requestBody?.required).toBe(false);
    expect(operation('receivePush').requestBody?.content).toHaveProperty(['*/*']);
    expect(operation('getMe').requestBody).toBeUndefined();
    expect(headerNames('saveDraft')).toEqual(['If-Match']);
    expect(headerNames('createGrant')).toEqual(['Idempotency-Key']);
    expect(headerNames('getTile')).toEqual(['If-None-Match']);
    expect(Object.keys(operation('createSession').responses)).toEqual(['201', '429', '4XX', '5XX']);
    expect(operation('saveDraft').responses['200']?.headers).toHaveProperty('ETag');
    expect(operation('createPlace').responses['201']?.headers).toHaveProperty('ETag');
    expect(operation('getCase').responses['200']?.headers).toHaveProperty('ETag');
    expect(operation('listCases').responses['200']?.headers).toBeUndefined();
    expect(operation('getHealth').responses['200']?.headers).toBeUndefined();
    expect(operation('createSession')['x-rate-limit']).toEqual({ calls: 60, seconds: 60 });
    expect(operation('updateMe')['x-rate-limit']).toEqual({ calls: 60, seconds: 60 });
    expect(operation('getMe')['x-rate-limit']).toBeUndefined();
  });
});

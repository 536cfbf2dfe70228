import { describe, expect, it } from 'vitest';
import { ApiError, addressOf, createClient, type Fetch } from '../../../shared/api/client.ts';

/** A `fetch` that always answers the same. */
const answering =
  (status: number, body: string, contentType = 'application/json'): Fetch =>
  async () => ({
    ok: status < 300,
    status,
    headers: { get: (name) => (name === 'content-type' ? contentType : null) },
    text: async () => body,
  });

const errorOf = async (fetch: Fetch): Promise<ApiError> => {
  const error = await createClient(fetch)('getHealth').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

describe('the client', () => {
  it('knows a problem of ours', async () => {
    const problem = { code: 'not_found', title: { zh: '没有找到', en: 'Not found' }, status: 404 };
    const error = await errorOf(answering(404, JSON.stringify(problem), 'application/problem+json'));
    expect([error.status, error.problem?.code]).toEqual([404, 'not_found']);
  });

  it.each([
    ['the throttle of API Gateway', 429, '{"message":"Too Many Requests"}', 'application/json'],
    ['a page of a CDN', 503, '<html>busy</html>', 'text/html'],
    ['JSON that is cut off', 500, '{"code":', 'application/json'],
  ])('takes %s for an answer, not for silence', async (_what, status, body, contentType) => {
    const error = await errorOf(answering(status, body, contentType));
    expect([error.status, error.problem]).toEqual([status, undefined]);
  });

  it('does not take a cut-off answer for a good one', async () => {
    expect((await errorOf(answering(200, '{"version":'))).status).toBe(200);
  });

  it('throws what fetch throws when nothing answers', async () => {
    const silent: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(createClient(silent)('getHealth')).rejects.toThrow(TypeError);
  });
});

describe('addressOf', () => {
  it('fills in the path, writes lists with commas, leaves out what is undefined and escapes the rest', () => {
    expect(addressOf('getTile', { params: { x: 13717, y: 6695 } })).toBe('/v1/tiles/14/13717/6695');
    expect(addressOf('listPlaces', { query: { bbox: [121.4, 31.2, 121.5, 31.3], q: '食堂&' } })).toBe(
      `/v1/places?bbox=${encodeURIComponent('121.4,31.2,121.5,31.3')}&q=${encodeURIComponent('食堂&')}`,
    );
    expect(addressOf('listPlaces', { query: { subdistrict: '310105001', q: undefined as never } })).toBe(
      '/v1/places?subdistrict=310105001',
    );
  });

  it('cannot be asked without what it needs', () => {
    // @ts-expect-error a place needs its id
    expect(addressOf('getPlace')).toBe('/v1/places/undefined');
  });
});

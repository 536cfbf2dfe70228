import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineFunction } from '../../../functions/runtime/define-function.ts';
import { guards } from '../../../functions/store/guards.ts';
import { askFunction } from '../../support/ask-function.ts';
import { signedIn } from '../../support/signed-in.ts';

const picture = {
  key: 'GET /v1/photos/{id}/{size}',
  context: 'photos',
  access: 'recognised',
  params: z.looseObject({ size: z.enum(['full', 'thumbnail']) }),
  query: z.strictObject({}),
  response: z.string(),
  mediaType: 'image/jpeg',
  cache: 'none',
  summary: '',
} as const;

/** A picture that everybody may see in one size and only its owner in the other. */
const ask = askFunction(
  defineFunction(
    { picture },
    {
      picture: ({ params }) => ({
        body: 'bytes',
        headers: { 'cache-control': params.size === 'full' ? 'public, max-age=86400' : 'private, no-store' },
      }),
    },
    { guards },
  ),
);

afterEach(() => {
  vi.useRealTimers();
});

describe('an answer that caches keep', () => {
  it('never carries the renewed session of whoever asked first', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T02:00:00.000Z'), toFake: ['Date'] });
    const { token } = await signedIn();
    const cookies = [`session=${token}`];
    vi.setSystemTime(new Date('2026-11-20T04:00:00.000Z'));
    const asked = (size: string) => ask('getPhotoImage', { params: { id: 'P', size }, cookies });
    expect((await asked('full')).cookies).toEqual([]);
    expect((await asked('thumbnail')).cookies).toHaveLength(1);
  });
});

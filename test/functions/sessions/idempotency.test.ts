import { describe, expect, it, vi } from 'vitest';
import { once } from '../../../functions/store/idempotency.ts';
import type { DomainError } from '../../../shared/api/problem.ts';

const now = new Date('2026-11-20T02:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
let key = 0;
const newRequest = () => ({
  key: `key-${++key}-00000000`,
  operationId: 'createGrant',
  personId: undefined,
  caller: 'person:a',
  fingerprint: 'one',
  now,
});
const answer = { statusCode: 201, headers: { etag: '"1"' }, body: '{"id":"1"}', cookies: ['session=secret'] };
const code = (error: DomainError) => error.code;

describe('a request under an idempotency key', () => {
  it('runs once; the same request gets the same answer again, without the cookies of the first', async () => {
    const request = newRequest();
    const run = vi.fn(async () => answer);
    expect(await once(request, run)).toEqual(answer);
    const { cookies: _, ...rest } = answer;
    expect(await once({ ...request, now: later(86_399) }, run)).toEqual(rest);
    expect(run).toHaveBeenCalledTimes(1);
    await once({ ...request, now: later(86_400) }, run);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs once of many that come at the same time; the others are told to wait', async () => {
    const request = newRequest();
    let runs = 0;
    const run = async () => {
      runs++;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return answer;
    };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => once(request, run)));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(runs).toBe(1);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(code))).toEqual(new Set(['request_in_progress']));
    expect(refused[0].headers).toEqual({ 'retry-after': '1' });
  });

  it('is refused where the key stands for another request', async () => {
    const request = newRequest();
    await once(request, async () => answer);
    const other = once({ ...request, fingerprint: 'two' }, async () => answer);
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is another one of another caller, or of another operation', async () => {
    const request = newRequest();
    const run = vi.fn(async () => answer);
    await once(request, run);
    await once({ ...request, caller: 'person:b' }, run);
    await once({ ...request, operationId: 'createPhoto' }, run);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('may be tried again when it failed, and when its function was cut off', async () => {
    const request = newRequest();
    const failing = once(request, async () => {
      throw new Error('the table is away');
    });
    await expect(failing).rejects.toThrow('the table is away');
    expect(await once(request, async () => answer)).toEqual(answer);

    const cutOff = newRequest();
    await new Promise<void>((begun) => {
      void once(cutOff, () => {
        begun();
        return new Promise(() => {});
      });
    });
    await expect(once({ ...cutOff, now: later(59) }, async () => answer)).rejects.toMatchObject({
      code: 'request_in_progress',
    });
    expect(await once({ ...cutOff, now: later(60) }, async () => answer)).toEqual(answer);
  });
});

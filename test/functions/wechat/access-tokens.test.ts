import { describe, expect, it, vi } from 'vitest';
import {
  type AccessToken,
  AccessTokens,
  type TokenStore,
} from '../../../functions/runtime/wechat/access-tokens.ts';
import { afterForcing, tokenStore } from '../../../functions/store/wechat-token.ts';

const HOUR = 3600_000;

/** WeChat's side of the token: one for all in normal mode, a new one when forced. */
const wechatTokens = (now: () => number) => {
  let serial = 1;
  const asked = { normal: 0, forced: 0 };
  const ask = async (isForced: boolean): Promise<AccessToken> => {
    asked[isForced ? 'forced' : 'normal'] += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (isForced) serial += 1;
    return { value: `token-${serial}`, expiresAt: now() + 2 * HOUR };
  };
  return { ask, asked };
};

/** A store in memory, as consistent as the table. */
const memory = (): TokenStore => {
  let kept: AccessToken | undefined;
  let forced: number[] = [];
  return {
    read: async () => kept,
    save: async (token) => {
      kept = token;
    },
    claimForcedRefresh: async (now) => {
      const after = afterForcing(forced, now.getTime());
      if (after) forced = after;
      return after !== undefined;
    },
  };
};

describe('the access token', () => {
  it('is asked for once by many callers, and kept until five minutes before its end', async () => {
    let now = 0;
    const { ask, asked } = wechatTokens(() => now);
    const tokens = new AccessTokens({ store: memory(), ask, now: () => now });
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => tokens.current())))).toEqual(
      new Set(['token-1']),
    );
    now = 2 * HOUR - 300_001;
    await tokens.current();
    expect(asked.normal).toBe(1);
    now = 2 * HOUR - 300_000;
    await tokens.current();
    expect(asked.normal).toBe(2);
  });

  it('is shared by environments through the store', async () => {
    const { ask, asked } = wechatTokens(Date.now);
    const store = memory();
    await new AccessTokens({ store, ask }).current();
    expect(await new AccessTokens({ store, ask }).current()).toBe('token-1');
    expect(asked).toEqual({ normal: 1, forced: 0 });
  });

  it('is forced anew once, however many environments and callers find it refused', async () => {
    const { ask, asked } = wechatTokens(Date.now);
    const store = memory();
    const environments = Array.from({ length: 5 }, () => new AccessTokens({ store, ask, pauseMs: 10 }));
    const refused = await Promise.all(environments.map((tokens) => tokens.current()));
    const others = await Promise.all(
      environments.flatMap((tokens) => Array.from({ length: 4 }, () => tokens.instead(refused[0] as string))),
    );
    expect(new Set(others)).toEqual(new Set(['token-2']));
    expect(asked.forced).toBe(1);
  });

  it('is not forced where normal mode gives another one already', async () => {
    const { ask, asked } = wechatTokens(Date.now);
    const tokens = new AccessTokens({ store: memory(), ask });
    expect(await tokens.instead('token-0')).toBe('token-1');
    expect(asked.forced).toBe(0);
  });

  it('is unavailable, and an alarm, where it is refused and no forced refresh is left', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ask } = wechatTokens(Date.now);
    const tokens = new AccessTokens({ store: memory(), ask, pauseMs: 1 });
    const first = await tokens.instead(await tokens.current());
    await expect(tokens.instead(first)).rejects.toMatchObject({ code: 'unavailable' });
    expect(JSON.parse(said.mock.calls[0]?.[0])).toMatchObject({ alarm: true, source: 'wechat' });
    expect(said.mock.calls.flat().join()).not.toContain('token-');
    said.mockRestore();
  });

  it('is forced at most 20 times a day and never twice within half a minute', () => {
    expect(afterForcing([], 1000)).toEqual([1000]);
    expect(afterForcing([0], 30_999)).toBeUndefined();
    expect(afterForcing([0], 31_000)).toEqual([0, 31_000]);
    const twenty = Array.from({ length: 20 }, (_, index) => index * 60_000);
    expect(afterForcing(twenty, 2 * HOUR)).toBeUndefined();
    expect(afterForcing(twenty, 24 * HOUR)).toHaveLength(20);
  });

  it('is forced by one of many who ask the table at the same time', async () => {
    const now = new Date();
    const claims = await Promise.all(Array.from({ length: 10 }, () => tokenStore.claimForcedRefresh(now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await tokenStore.claimForcedRefresh(new Date(now.getTime() + 10_000))).toBe(false);
    expect(await tokenStore.claimForcedRefresh(new Date(now.getTime() + 31_000))).toBe(true);
  });

  it('comes back from the table as it was saved', async () => {
    const token = { value: 'kept', expiresAt: Date.now() + HOUR };
    await tokenStore.save(token);
    expect(await tokenStore.read()).toEqual(token);
  });
});

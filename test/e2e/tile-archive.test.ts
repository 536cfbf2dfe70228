import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GuardedPage, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { startMapHarness } from '../support/map-harness.ts';
import type {} from './map-harness/harness.ts';

let harness: Awaited<ReturnType<typeof startMapHarness>>;
let browser: TestBrowser;
let guarded: GuardedPage;

beforeAll(async () => {
  harness = await startMapHarness();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await harness.close();
});

beforeEach(async () => {
  guarded = await browser.openPage(harness.origin);
  await guarded.page.goto('/');
  return guarded.close;
});

const write = (x: number, loadedAt: string) =>
  guarded.page.evaluate(
    ([column, at]) =>
      window.createTileArchive(indexedDB, 2).writeTile({ x: column, y: 1 }, { features: [], loadedAt: at }),
    [x, loadedAt] as const,
  );

const read = (x: number) =>
  guarded.page.evaluate((column) => window.createTileArchive(indexedDB, 2).readTile({ x: column, y: 1 }), x);

/** Puts a row where the archive has its own, as an older release or a broken disk may have left it. */
const leave = (row: object) =>
  guarded.page.evaluate(async (left) => {
    const opened = indexedDB.open('nuanxin-map', 1);
    await new Promise((resolve) => opened.addEventListener('success', resolve, { once: true }));
    const transaction = opened.result.transaction('tiles', 'readwrite');
    transaction.objectStore('tiles').put(left);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve, { once: true }));
    opened.result.close();
  }, row);

describe('the tile archive', () => {
  it('gives a tile back with the time at which the service gave it, after the page was left', async () => {
    await write(1, '2026-11-20T02:42:00.000Z');
    await guarded.page.reload();
    expect(await read(1)).toEqual({ features: [], loadedAt: '2026-11-20T02:42:00.000Z' });
    expect(await read(2)).toBeUndefined();
  });

  it('forgets what was seen longest ago beyond its limit', async () => {
    await write(1, '2026-11-20T03:00:00.000Z');
    await write(2, '2026-11-20T01:00:00.000Z');
    await write(3, '2026-11-20T02:00:00.000Z');
    expect(await read(2)).toBeUndefined();
    expect(await read(1)).toBeDefined();
    expect(await read(3)).toBeDefined();
  });

  it('keeps one copy of a tile, the last', async () => {
    await write(1, '2026-11-20T01:00:00.000Z');
    await write(1, '2026-11-20T02:00:00.000Z');
    await write(2, '2026-11-20T03:00:00.000Z');
    expect(await read(1)).toMatchObject({ loadedAt: '2026-11-20T02:00:00.000Z' });
  });

  it('takes an unreadable row for an absent one, and writes over it', async () => {
    await write(1, '2026-11-20T01:00:00.000Z');
    await leave({ name: '14/1/1', features: 'none', loadedAt: 7 });
    expect(await read(1)).toBeUndefined();
    await write(1, '2026-11-20T02:00:00.000Z');
    expect(await read(1)).toEqual({ features: [], loadedAt: '2026-11-20T02:00:00.000Z' });
  });
});

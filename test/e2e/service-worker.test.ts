import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GuardedPage, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSmallSite } from '../support/small-site.ts';
import { type StaticSite, startStaticSite } from '../support/static-site.ts';

const PLACE = '01JD0000000000000000000001';
const LONG_AGO = 'Fri, 20 Nov 2026 02:42:00 GMT';

/** A folder that holds no page. */
const NOTHING = join(import.meta.dirname, 'nothing');

/** A busy machine takes its time. */
const PATIENT = { timeout: 15_000 };

let browser: TestBrowser;
let first: Awaited<ReturnType<typeof buildSmallSite>>;
let second: Awaited<ReturnType<typeof buildSmallSite>>;
let site: StaticSite;
let guarded: GuardedPage;
let tileText: string;
let tileDate: string | undefined;
/** What answers instead of the site, as a throttle or a firewall in front of it does. */
let throttle: number | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  [first, second] = [await buildSmallSite('first'), await buildSmallSite('second')];
});

afterAll(async () => {
  await browser.close();
  await first.remove();
  await second.remove();
});

beforeEach(async () => {
  tileText = '{"features":["old"]}';
  tileDate = undefined;
  throttle = undefined;
  site = await startStaticSite(first.folder, (path) => {
    if (throttle !== undefined) return { status: throttle, body: 'not now' };
    if (!path.startsWith('/v1/')) return undefined;
    return {
      headers: { etag: `"${tileText.length}"`, ...(tileDate !== undefined && { date: tileDate }) },
      body: path.includes('/tiles/') ? tileText : JSON.stringify({ path }),
    };
  });
  guarded = await browser.openPage(site.origin);
});

afterEach(async () => {
  await guarded.close();
  await site.close();
});

const openControlled = async (): Promise<GuardedPage['page']> => {
  const { page } = guarded;
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
};

const ask = (path: string) =>
  guarded.page.evaluate(async (address) => {
    try {
      const answer = await fetch(address);
      return { text: await answer.text(), stale: answer.headers.get('x-stale') };
    } catch {
      return 'no answer' as const;
    }
  }, path);

const versionsKept = async () => {
  const names = await guarded.page.evaluate(() => caches.keys());
  return names.filter((name) => name.startsWith('site ')).length;
};

describe('the service worker', () => {
  it('shows the whole page, late parts included, after the network has gone', async () => {
    const page = await openControlled();
    await site.close();
    await page.goto('/?filter=open');
    expect(await page.textContent('#said')).toBe('first');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p') as Element).color)).toBe(
      'rgb(1, 2, 3)',
    );
    expect(await page.evaluate('window.later()')).toBe('first later');
  });

  it('answers tiles, lists and single places from the device after the network has gone', async () => {
    await openControlled();
    for (const path of ['/v1/tiles/14/1/2', '/v1/catalog', '/v1/subdistricts', `/v1/places/${PLACE}`]) {
      await ask(path);
    }
    await site.close();
    expect(await ask('/v1/tiles/14/1/2')).toEqual({ text: '{"features":["old"]}', stale: null });
    expect(await ask('/v1/catalog')).toMatchObject({ text: '{"path":"/v1/catalog"}' });
    expect(await ask(`/v1/places/${PLACE}`)).toMatchObject({ stale: '1' });
  });

  it('gives no answer, and never a page, to a call that it does not keep', async () => {
    await openControlled();
    for (const path of ['/v1/health', '/v1/places/nearby?lng=121.4&lat=31.2', '/v1/places?q=x'])
      await ask(path);
    await site.close();
    expect(await ask('/v1/health')).toBe('no answer');
    expect(await ask('/v1/places?q=x')).toBe('no answer');
    expect(await ask('/v1/places/nearby?lng=121.4&lat=31.2')).toBe('no answer');
    expect(await ask('/v1/tiles/14/9/9')).toBe('no answer');
  });

  it('stores no address that tells where the rider is', async () => {
    const page = await openControlled();
    await ask('/v1/places/nearby?lng=121.4&lat=31.2');
    await ask('/v1/tiles/14/1/2');
    const kept = await page.evaluate(async () => {
      const addresses: string[] = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) addresses.push(request.url);
      }
      return addresses;
    });
    expect(kept.some((address) => address.endsWith('/v1/tiles/14/1/2'))).toBe(true);
    expect(kept.filter((address) => address.includes('?'))).toEqual([]);
  });

  it('gives a fresh tile at once and tells the page when a newer one has come', async () => {
    const page = await openControlled();
    await ask('/v1/tiles/14/1/2');
    tileText = '{"features":["old","new"]}';
    await page.evaluate(() => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        document.title = data.refreshed;
      });
      navigator.serviceWorker.startMessages();
    });
    expect(await ask('/v1/tiles/14/1/2')).toMatchObject({ text: '{"features":["old"]}' });
    await page.waitForFunction(() => document.title === '/v1/tiles/14/1/2');
    expect(await ask('/v1/tiles/14/1/2')).toMatchObject({ text: tileText });
  });

  it('asks the network first for a tile of long ago, and marks it as stale when that fails', async () => {
    tileDate = LONG_AGO;
    await openControlled();
    await ask('/v1/tiles/14/1/2');
    tileText = '{"features":["new"]}';
    expect(await ask('/v1/tiles/14/1/2')).toEqual({ text: tileText, stale: null });
    await site.close();
    expect(await ask('/v1/tiles/14/1/2')).toEqual({ text: tileText, stale: '1' });
  });

  it.each([403, 408, 429, 503])('gives what it kept where only a %i comes', async (status) => {
    tileDate = LONG_AGO;
    const page = await openControlled();
    for (const path of ['/v1/tiles/14/1/2', `/v1/places/${PLACE}`]) await ask(path);
    throttle = status;
    site.serve(NOTHING);
    expect(await ask('/v1/tiles/14/1/2')).toEqual({ text: tileText, stale: '1' });
    expect(await ask(`/v1/places/${PLACE}`)).toMatchObject({ stale: '1' });
    await page.goto('/');
    expect(await page.textContent('#said')).toBe('first');
  });

  it.each([404, 410])('believes the service when it says with a %i that a place is gone', async (status) => {
    await openControlled();
    await ask(`/v1/places/${PLACE}`);
    throttle = status;
    expect(await ask(`/v1/places/${PLACE}`)).toEqual({ text: 'not now', stale: null });
  });

  it('keeps one version whole until the page asks for the next, then forgets the first', async () => {
    const page = await openControlled();
    site.serve(second.folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      if (!installing) return;
      await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true }));
    });
    expect(await page.evaluate('window.later()')).toBe('first later');
    expect(await versionsKept()).toBe(2);

    await page.evaluate(async () => {
      const changed = new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
      (await navigator.serviceWorker.ready).waiting?.postMessage('activate');
      await changed;
    });
    await expect.poll(versionsKept, PATIENT).toBe(1);
    await site.close();
    await page.goto('/');
    expect(await page.textContent('#said')).toBe('second');
    expect(await page.evaluate('window.later()')).toBe('second later');
  });

  it('does not install a version whose page has meanwhile been replaced', async () => {
    const broken = await buildSmallSite('third');
    await appendFile(join(broken.folder, 'index.html'), '<!-- another release -->');
    site.serve(broken.folder);
    const { page } = guarded;
    await page.goto('/?quiet');
    const state = await page.evaluate(async () => {
      const { installing } = await navigator.serviceWorker.register('/sw.js');
      await new Promise((resolve) => installing?.addEventListener('statechange', resolve, { once: true }));
      return installing?.state;
    });
    expect(state).toBe('redundant');
    await broken.remove();
  });

  it('leaves what belongs to other pages out of what a rider has to load', async () => {
    const worker = await readFile(join(first.folder, 'sw.js'), 'utf8');
    expect(worker).not.toContain('merchant');
    const assets = await readdir(join(first.folder, 'assets'));
    for (const asset of assets) expect(worker).toContain(`"/assets/${asset}"`);
  });
});

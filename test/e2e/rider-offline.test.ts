import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { namesOf, type RiderSystem, startRiderSystem } from '../support/rider-system.ts';

const WHOLE_STREET = '#view=121.4165,31.2195,14';

let system: RiderSystem;
beforeAll(async () => {
  system = await startRiderSystem();
});
afterEach(() => system.closePages());
afterAll(() => system.close());

describe('without a network', () => {
  it('keeps what is on screen and says of when it is', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.locator('.place-list').waitFor();
    const before = await namesOf(page);
    await page.context().setOffline(true);
    await page.getByText(/^离线，显示 \d\d:\d\d 的地图$/).waitFor();
    expect(await namesOf(page)).toEqual(before);
    await page.context().setOffline(false);
    await expect.poll(() => page.getByText('离线').count()).toBe(0);
  });

  it('opens again from what the service worker kept', async () => {
    const { page } = await system.openRider(WHOLE_STREET, { serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await page.locator('.place-list').waitFor();
    const before = await namesOf(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(/^离线，显示 \d\d:\d\d 的地图$/).waitFor();
    expect(await namesOf(page)).toEqual(before);
  });

  it('shows the last known tiles where there is no service worker', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.locator('.place-list').waitFor();
    const before = await namesOf(page);
    await page.route('**/v1/**', (route) => route.abort());
    await page.goto(`/?again${WHOLE_STREET}`);
    await page.getByText(/^连不上服务，显示 \d\d:\d\d 的地图$/).waitFor();
    expect(await namesOf(page)).toEqual(before);
  });

  it('shows the places that can still be read where one that was kept cannot', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.locator('.place-list').waitFor();
    const before = await namesOf(page);
    const lost = await page.evaluate(async () => {
      const opened = indexedDB.open('nuanxin-map');
      await new Promise((resolve) => opened.addEventListener('success', resolve, { once: true }));
      const transaction = opened.result.transaction('tiles', 'readwrite');
      const tiles = transaction.objectStore('tiles');
      const rows = tiles.getAll();
      await new Promise((resolve) => rows.addEventListener('success', resolve, { once: true }));
      const [row] = rows.result.filter(({ features }) => features.length > 0);
      const place = row.features[0];
      const { name } = place.properties;
      delete place.properties.amenities;
      row.features.push(null, { id: 5 });
      tiles.put(row);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve, { once: true }));
      opened.result.close();
      return name as string;
    });
    await page.route('**/v1/**', (route) => route.abort());
    await page.goto(`/?again${WHOLE_STREET}`);
    await page.getByText(/^连不上服务，显示 \d\d:\d\d 的地图$/).waitFor();
    // A place that stood beyond the end of the list may have moved up.
    const after = await namesOf(page);
    expect(before.filter((name) => !after.includes(name))).toEqual([lost]);
  });

  it('says what is missing and works again by itself', async () => {
    const { page } = await system.openRider(`#view=121.4165,31.2195,14`, { now: new Date() });
    await page.evaluate(() => indexedDB.deleteDatabase('nuanxin-map'));
    let isBroken = true;
    await page.route('**/v1/**', (route) => (isBroken ? route.abort() : route.fallback()));
    await page.goto('/?again#view=121.5165,31.2195,15');
    await page.getByRole('heading', { name: '地点没能加载出来' }).waitFor();
    isBroken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('heading', { name: '这一带还没有收录地点' }).waitFor();
  });
});

it('shows skeletons while it loads, and nothing moves when the places come', async () => {
  const { page } = await system.openRider(WHOLE_STREET, { reducedMotion: 'reduce' });
  const waiting: (() => void)[] = [];
  await page.route('**/v1/tiles/**', async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    await route.fallback();
  });
  await page.goto(`/?slow${WHOLE_STREET}`);
  await page.locator('.answer.skeleton').waitFor();
  expect(await page.getByRole('status').first().textContent()).toContain('正在找');
  const before = await page.locator('.sheet').boundingBox();
  for (const go of waiting) go();
  await page.locator('button.answer-place[data-place]').waitFor();
  const after = await page.locator('.sheet').boundingBox();
  expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(8);
});

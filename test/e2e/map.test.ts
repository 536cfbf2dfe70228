import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { MapPlace } from '../../web-map/map/map-place.ts';
import { type GuardedPage, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { startMapHarness } from '../support/map-harness.ts';
import type { Heard } from './map-harness/harness.ts';

const PHONE = { width: 360, height: 640 };
const CENTER: [number, number] = [121.4165, 31.2185];

const place = (id: string, more: Partial<MapPlace> = {}): MapPlace => ({
  id,
  name: `地点 ${id}`,
  position: CENTER,
  kind: 'station',
  status: 'open',
  illustrative: false,
  ...more,
});

/** Far enough from the centre to stand alone at zoom 16. */
const EAST: [number, number] = [121.4195, 31.2185];

const AREA = {
  code: '310105001',
  name: '华阳路街道',
  outline: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [121.41, 31.21],
        [121.425, 31.21],
        [121.425, 31.23],
        [121.41, 31.21],
      ] as [number, number][],
    ],
  },
  total: 19,
};

/** A busy machine takes its time. */
const PATIENT = { timeout: 15_000 };

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
  guarded = await browser.openPage(harness.origin, { viewport: PHONE, reducedMotion: 'reduce' });
  await guarded.page.goto('/');
});

afterEach(async () => {
  expect(guarded.foreignRequests).toEqual([]);
  expect(guarded.errors).toEqual([]);
  await guarded.close();
});

const startMap = (options: Parameters<Window['startMap']>[0] = {}) =>
  guarded.page.evaluate((given) => {
    window.map = window.startMap(given);
  }, options);

const setPlaces = (places: readonly MapPlace[]) =>
  guarded.page.evaluate((given) => window.map?.setPlaces(given), places);

const heard = async (what: Heard[number][0]) =>
  (await guarded.page.evaluate(() => window.heard))
    .filter(([kind]) => kind === what)
    .map(([, value]) => value);

const markerCount = () => guarded.page.locator('.place-marker').count();

/** The column of map tiles at zoom 16 in which a longitude lies. */
const columnOf = ([lng]: [number, number]): number => Math.floor((lng / 360 + 0.5) * 2 ** 16);

describe('the map', () => {
  it('draws the sketch under a strict content security policy, without asking anyone else', async () => {
    await startMap();
    const { page } = guarded;
    expect(await page.locator('.sketch-road').count()).toBeGreaterThan(2);
    expect(await page.locator('.sketch-names').textContent()).toContain('长宁路');
    expect(await page.locator('.map-attribution').textContent()).toContain('OpenStreetMap');
  });

  it('shows a place by its kind and state, and says which one was tapped', async () => {
    await startMap({ zoom: 16 });
    await setPlaces([
      place('a', { kind: 'merchant', status: 'closing_soon' }),
      place('b', { position: EAST }),
    ]);
    expect(await guarded.page.locator('.shape-merchant.shape-closing_soon .level').count()).toBe(1);
    await guarded.page.locator('.shape-station').click();
    expect(await heard('select')).toEqual(['b']);
    expect(await heard('tap')).toEqual([]);
  });

  it('gathers crowded places in a ring with their count, and opens it with a tap', async () => {
    await startMap({ zoom: 14 });
    const near: [number, number] = [CENTER[0] + 0.0004, CENTER[1]];
    await setPlaces([place('a'), place('b', { kind: 'facility', position: near })]);
    const ring = guarded.page.locator('.map-cluster');
    expect(await ring.textContent()).toBe('2');
    const painted = await ring.evaluate((element) => getComputedStyle(element).backgroundImage);
    expect(painted).toContain('conic-gradient');
    await ring.click();
    await guarded.page.waitForFunction(() => document.querySelectorAll('.place-marker').length === 2);
    expect(await ring.count()).toBe(0);
  });

  it('shows counts of subdistricts instead of places from afar, and says which was tapped', async () => {
    await startMap({ zoom: 12 });
    await setPlaces([place('a')]);
    await guarded.page.evaluate((area) => window.map?.setAreas([area]), AREA);
    expect(await markerCount()).toBe(0);
    expect(await guarded.page.locator('.area-count').textContent()).toBe('19华阳路街道');
    await guarded.page.locator('.area-count').click();
    expect(await heard('area')).toEqual(['310105001']);
    await guarded.page.locator('.map-button').first().click();
    await guarded.page.waitForFunction(() => document.querySelectorAll('.place-marker').length === 1);
    expect(await guarded.page.locator('.area-count').count()).toBe(0);
  });

  it('shows the outline of a subdistrict below its count, not under it, at every zoom from afar', async () => {
    await startMap({ zoom: 12 });
    await guarded.page.evaluate((area) => window.map?.setAreas([area]), AREA);
    for (const zoom of [12, 11, 10, 9]) {
      await guarded.page.evaluate(([center, level]) => window.map?.show(center, { zoom: level }), [
        CENTER,
        zoom,
      ] as const);
      const outline = await guarded.page.locator('.area-border').boundingBox();
      const count = await guarded.page.locator('.area-count').boundingBox();
      expect(outline?.height).toBeGreaterThan(4);
      expect((count?.y ?? 0) + (count?.height ?? 0)).toBeLessThan(outline?.y ?? 0);
    }
  });

  it('tells a resize from a movement', async () => {
    await startMap({ zoom: 16 });
    await guarded.page.setViewportSize({ width: 360, height: 380 });
    await expect.poll(async () => (await heard('resize')).length, PATIENT).toBeGreaterThan(0);
    // Longer than any waiting for the last of many resizes.
    await guarded.page.waitForTimeout(400);
    expect(await heard('move')).toEqual([]);
  });

  it('ends a name that is longer than two lines with three dots', async () => {
    await startMap({ zoom: 16 });
    await setPlaces([place('a', { name: '名字特别特别长的便民服务综合驿站'.repeat(4) })]);
    await guarded.page.evaluate(() => window.map?.setSelected('a'));
    const name = guarded.page.locator('.selected-place .place-name');
    const style = await name.evaluate((element) => {
      const { height, lineHeight, webkitLineClamp } = getComputedStyle(element);
      return { lines: Number.parseFloat(height) / Number.parseFloat(lineHeight), webkitLineClamp };
    });
    expect(style).toEqual({ lines: 2, webkitLineClamp: '2' });
  });

  it('touches only what changed when places are set again', async () => {
    await startMap({ zoom: 16 });
    await setPlaces([place('a'), place('b', { position: EAST })]);
    await guarded.page.evaluate(() => {
      for (const marker of document.querySelectorAll('.place-marker')) marker.setAttribute('data-seen', '');
    });
    await setPlaces([place('a'), place('b', { position: EAST, status: 'closed' })]);
    expect(await guarded.page.locator('.place-marker[data-seen]').count()).toBe(2);
    expect(await guarded.page.locator('.shape-closed').count()).toBe(1);
    await setPlaces([place('a')]);
    expect(await markerCount()).toBe(1);
  });

  it('lifts the selected place with its name, also out of a cluster', async () => {
    await startMap({ zoom: 14 });
    await setPlaces([place('a', { name: '海粟站', illustrative: true }), place('b')]);
    await guarded.page.evaluate(() => window.map?.setSelected('a'));
    expect(await guarded.page.locator('.selected-place .place-name').textContent()).toBe('海粟站');
    expect(await guarded.page.locator('.selected-place .place-example').textContent()).toBe('示例');
    await guarded.page.evaluate(() => window.map?.setSelected(undefined));
    expect(await guarded.page.locator('.selected-place').count()).toBe(0);
  });

  it('shows markup in a name as text', async () => {
    const name = '<img src=x onerror="document.title=\'broken in\'"><b>站</b>';
    await startMap({ zoom: 16 });
    await setPlaces([place('a', { name })]);
    await guarded.page.evaluate(() => window.map?.setSelected('a'));
    expect(await guarded.page.locator('.place-name').textContent()).toBe(name);
    expect(await guarded.page.locator('#map img, #map .place-name b').count()).toBe(0);
    expect(await guarded.page.title()).toBe('Map harness');
  });

  it('reports a tap on the ground as a position, longitude first', async () => {
    await startMap({ zoom: 16 });
    await guarded.page.mouse.click(PHONE.width / 2, PHONE.height / 2);
    const [tap] = (await heard('tap')) as [number, number][];
    expect(tap?.[0]).toBeCloseTo(CENTER[0], 4);
    expect(tap?.[1]).toBeCloseTo(CENTER[1], 4);
  });

  it('brings a place into the middle of what a sheet leaves free', async () => {
    await startMap({ zoom: 16 });
    await guarded.page.evaluate(
      ([position, padding]) => {
        window.map?.setPadding(padding);
        window.map?.show(position, { zoom: 17 });
        window.map?.setOwnPosition({ position, chosen: false });
      },
      [EAST, { bottom: 320, top: 40 }] as const,
    );
    const box = await guarded.page.locator('.own-dot').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(180, -0.5);
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(180, -0.5);
    const viewport = await guarded.page.evaluate(() => window.map?.getViewport());
    expect(viewport?.center[0]).toBeCloseTo(EAST[0], 4);
    expect(viewport?.center[1]).toBeCloseTo(EAST[1], 4);
  });

  it('keeps attribution and buttons above a sheet', async () => {
    await startMap();
    await guarded.page.evaluate(() => window.map?.setPadding({ bottom: 300 }));
    const attribution = await guarded.page.locator('.map-attribution').boundingBox();
    const zoomOut = await guarded.page.locator('.map-button').last().boundingBox();
    expect((attribution?.y ?? 999) + (attribution?.height ?? 0)).toBeLessThanOrEqual(340);
    expect((zoomOut?.y ?? 999) + (zoomOut?.height ?? 0)).toBeLessThanOrEqual(340);
  });

  it('has buttons of 44 pixels with names, moves by arrow keys, and hides its picture from screen readers', async () => {
    await startMap({ zoom: 16 });
    await setPlaces([place('a')]);
    const { page } = guarded;
    for (const name of ['放大', '缩小']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.locator('#map').getAttribute('aria-label')).toContain('列表');
    expect(await page.locator('.leaflet-map-pane').getAttribute('aria-hidden')).toBe('true');
    expect(await page.locator('.leaflet-map-pane [tabindex], .leaflet-map-pane button').count()).toBe(0);
    await page.locator('#map').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await heard('move')).length, PATIENT).toBeGreaterThan(0);
    const [moved] = (await heard('move')) as { center: [number, number] }[];
    expect(moved?.center[0]).toBeGreaterThan(CENTER[0]);
  });

  it('keeps ten thousand places to what is in view', async () => {
    await startMap({ zoom: 14 });
    await guarded.page.evaluate(() => window.map?.setPlaces(window.manyPlaces(10_000)));
    await guarded.page.waitForTimeout(300);
    const count = await markerCount();
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(150);
    await guarded.page.mouse.move(180, 300);
    await guarded.page.mouse.down();
    await guarded.page.mouse.move(60, 120, { steps: 8 });
    await guarded.page.mouse.up();
    await expect.poll(async () => (await heard('move')).length, PATIENT).toBeGreaterThan(0);
    expect(await markerCount()).toBeLessThan(170);
  });

  it('moves what is drawn onto a base layer in GCJ-02, and answers in WGS-84', async () => {
    const { page } = guarded;
    const columns: number[] = [];
    page.on('request', (request) => columns.push(Number(request.url().match(/\/tiles\/16\/(\d+)\//)?.[1])));
    await page.route('**/tiles/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    );
    await startMap({
      zoom: 16,
      baseLayer: {
        type: 'tiles',
        urls: ['/tiles/{z}/{x}/{y}.svg'],
        attribution: '某地图',
        reviewNumber: 'GS(2026)0001号',
        crs: 'gcj02',
        minZoom: 3,
        maxZoom: 18,
      },
    });
    await setPlaces([place('a')]);
    const box = await page.locator('.place-marker').boundingBox();
    expect((box?.x ?? 0) + 22).toBeCloseTo(180, -0.5);
    const viewport = await page.evaluate(() => window.map?.getViewport());
    expect(viewport?.center[0]).toBeCloseTo(CENTER[0], 4);
    expect(viewport?.center[1]).toBeCloseTo(CENTER[1], 4);
    // Half a kilometre further east than WGS-84 would have it.
    await expect.poll(() => columns, PATIENT).toContain(columnOf(convertPosition(CENTER, 'wgs84', 'gcj02')));
    expect(columns).not.toContain(columnOf(CENTER) - 1);
    expect(await page.locator('.map-attribution').textContent()).toBe('某地图 · 审图号 GS(2026)0001号');
  });

  it('leaves nothing behind when it is destroyed', async () => {
    await startMap();
    await setPlaces([place('a')]);
    await guarded.page.evaluate(() => window.map?.destroy());
    expect(await guarded.page.locator('#map *').count()).toBe(0);
  });
});

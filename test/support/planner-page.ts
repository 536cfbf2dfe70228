import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type GuardedPage, launchBrowser } from './browser.ts';
import { startSystem } from './system.ts';

const HUAYANG = '310105001';
const SOURCE = { name: '街道办公室', date: '2026-11-01', illustrative: true };

/** Four quarters of 华阳路街道, cut roughly: what sticks out is beyond the border of no concern here. */
const QUARTERS = [
  ['01', '第一网格', [121.4102, 31.2207, 121.4175, 31.2255]],
  ['02', '第二网格', [121.4178, 31.2207, 121.4225, 31.228]],
  ['03', '第三网格', [121.4135, 31.2115, 121.4175, 31.2204]],
  ['04', '第四网格', [121.4178, 31.2125, 121.4203, 31.2204]],
] as const;

/** The areas of the sample as a file of GeoJSON. */
export const quartersGeojson = () => ({
  type: 'FeatureCollection' as const,
  features: QUARTERS.map(([code, name, [west, south, east, north]]) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  })),
});

/** A system with the sample people, and a browser in which the planner sits. */
export async function startPlannerPage() {
  const system = await startSystem();
  const browser = await launchBrowser();
  const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const opened: GuardedPage[] = [];
  const { cookie, fetch } = await system.signIn('demo-planner');

  const post = async (path: string, body: unknown) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const { saved, findings } = (await answer.json()) as { saved: boolean; findings: unknown };
    if (!saved) throw new Error(`${path} stored nothing: ${JSON.stringify(findings)}`);
  };

  return {
    ...system,
    /** Loads four grids with a thousand, two thousand … residents. */
    loadAreas: async () => {
      await post(`/v1/subdistricts/${HUAYANG}/areas`, {
        kind: 'grid',
        crs: 'wgs84',
        source: SOURCE,
        collection: quartersGeojson(),
        isDryRun: false,
      });
      await post(`/v1/subdistricts/${HUAYANG}/people`, {
        kind: 'grid',
        source: SOURCE,
        header: ['code', 'residents'],
        rows: QUARTERS.map(([code], index) => ({
          line: index + 2,
          cells: [code, String(1000 * (index + 1))],
        })),
        isDryRun: false,
      });
    },
    /** Opens the page signed in, and waits until something has been found. */
    openPage: async (hash = '', options: BrowserContextOptions = {}): Promise<GuardedPage> => {
      const guarded = await browser.openPage(system.address, {
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
        ...options,
      });
      opened.push(guarded);
      const value = cookie.slice(cookie.indexOf('=') + 1);
      await guarded.page.context().addCookies([{ name: 'session', value, url: system.address }]);
      await guarded.page.goto(`/planner/${hash}`);
      await guarded.page.locator('p.finding').waitFor();
      return guarded;
    },
    violationsOf: async (page: Page): Promise<string[]> => {
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: Axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        }),
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    closePages: async () => {
      for (const { close } of opened.splice(0)) await close();
    },
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

export type PlannerDesk = Awaited<ReturnType<typeof startPlannerPage>>;

/**
 * What the map costs a phone: 10,000 places with the processor four times slower. Run alone with
 * `npx tsx test/bench/page.ts`, or called by the benchmark run.
 */
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import type {} from '../e2e/map-harness/harness.ts';
import { launchBrowser } from '../support/browser.ts';
import { startMapHarness } from '../support/map-harness.ts';

export type PageMeasurement = { what: string; value: number; unit: string; target?: number };

const SLOWER = 4;
const COUNT = 10_000;
const DRAGS = 6;
const RUNS = 5;
const PHONE = { width: 360, height: 640 };
const DESKTOP = { width: 1440, height: 900 };

/** Measures the built map in a browser. Times are in milliseconds, the middle of five runs. */
export const measurePage = async (): Promise<PageMeasurement[]> => {
  const harness = await startMapHarness();
  const browser = await launchBrowser();
  const measurements: PageMeasurement[] = [];
  try {
    for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
      const runs: { shown: number; frame: number; markers: number }[] = [];
      for (let run = 0; run < RUNS; run++) {
        const { page, close } = await browser.openPage(harness.origin, { viewport, hasTouch: false });
        const devtools = await page.context().newCDPSession(page);
        await page.goto('/');
        runs.push({ ...(await measureShown(page, devtools)), frame: await measureDrag(page, viewport) });
        await close();
      }
      const middle = (key: keyof (typeof runs)[number]) =>
        runs.map((run) => run[key]).sort((a, b) => a - b)[(RUNS - 1) / 2] ?? Number.NaN;
      measurements.push(
        { what: `${name}: ${COUNT} places shown`, value: middle('shown'), unit: 'ms', target: 200 },
        { what: `${name}: longest frame while dragging`, value: middle('frame'), unit: 'ms', target: 50 },
        { what: `${name}: markers in view`, value: middle('markers'), unit: '' },
      );
    }
  } finally {
    await browser.close();
    await harness.close();
  }
  return measurements;
};

/** From handing the places over to the frame that shows them, on a map that already stands. */
const measureShown = async (page: Page, devtools: CDPSession) => {
  await page.evaluate(() => {
    window.map = window.startMap({ zoom: 14 });
  });
  await page.waitForTimeout(300);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page.evaluate(async (count) => {
    const places = window.manyPlaces(count);
    const start = performance.now();
    window.map?.setPlaces(places);
    await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return {
      shown: performance.now() - start,
      markers: document.querySelectorAll('.place-marker').length,
    };
  }, COUNT);
};

/** The longest time between two frames while a pointer drags the map to and fro. */
const measureDrag = async (page: Page, { width, height }: typeof PHONE): Promise<number> => {
  await page.waitForTimeout(500);
  await page.evaluate(() => window.recordFrames());
  for (let drag = 0; drag < DRAGS; drag++) {
    const direction = drag % 2 === 0 ? 1 : -1;
    await page.mouse.move(width / 2, height / 2);
    await page.mouse.down();
    await page.mouse.move(width / 2 + direction * width * 0.3, height / 2 + direction * height * 0.2, {
      steps: 24,
    });
    await page.mouse.up();
    await page.waitForTimeout(250);
  }
  return page.evaluate(() => Math.max(...window.frameTimes.slice(1)));
};

/** The measurements as lines of a table, a miss marked as a miss. */
export const pageTable = (measurements: readonly PageMeasurement[]): string =>
  measurements
    .map(({ what, value, unit, target }) => {
      const shown = `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`.trim();
      const verdict =
        target === undefined ? '' : `  target ≤ ${target}  ${value <= target ? 'met' : 'MISSED'}`;
      return `${what.padEnd(46)}${shown.padStart(12)}${verdict}`;
    })
    .join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(pageTable(await measurePage()));
}

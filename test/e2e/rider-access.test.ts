import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RiderSystem, raiseList, startRiderSystem } from '../support/rider-system.ts';

const WHOLE_STREET = '#view=121.4165,31.2195,14';
const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1440, height: 900 } };

let system: RiderSystem;
let axeSource: string;
beforeAll(async () => {
  system = await startRiderSystem();
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterEach(() => system.closePages());
afterAll(() => system.close());

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** What axe finds wrong with the page as it stands, rule and element. */
const violationsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

describe.each(Object.entries(SIZES))('on a %s', (_, viewport) => {
  it.each(['light', 'dark'] as const)('is free of axe findings in the %s theme', async (colorScheme) => {
    const { page } = await system.openRider(WHOLE_STREET, { viewport, colorScheme, reducedMotion: 'reduce' });
    await page.locator('.place-list').waitFor();
    const found: Record<string, string[]> = { list: await violationsOf(page) };
    for (const [name, button] of [
      ['filters', '更多筛选'],
      ['about', '关于这张地图'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      found[name] = await violationsOf(page);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    }
    await page.locator('button.answer-place').click();
    await page.locator('.facts').first().waitFor();
    found.detail = await violationsOf(page);
    await page.getByRole('button', { name: '去这里' }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    found.go = await violationsOf(page);
    expect(found).toEqual({ list: [], filters: [], about: [], detail: [], go: [] });
  });
});

it('can be used with the keyboard alone', async () => {
  const { page } = await system.openRider(WHOLE_STREET, { viewport: SIZES.phone });
  await page.locator('.place-list').waitFor();
  const focused = () =>
    page.evaluate(() =>
      document.activeElement === document.body
        ? undefined
        : (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent),
    );
  const tabTo = async (wanted: string) => {
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await focused())?.includes(wanted)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${wanted}`);
  };
  await tabTo('搜索');
  await page.keyboard.type('食堂');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.place-row').count()).toBeGreaterThan(0);
  await tabTo('展开列表');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator('.sheet-full').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await tabTo('社区食堂');
  await page.keyboard.press('Enter');
  await page.locator('.detail-name').waitFor();
  await expect.poll(focused).toContain('食堂');
  await tabTo('去这里');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await expect.poll(focused).toContain('去这里');
});

it('can be raised and lowered by dragging, without pressing what lies under the finger', async () => {
  const { page } = await system.openRider(WHOLE_STREET, { viewport: SIZES.phone, reducedMotion: 'reduce' });
  await page.locator('.place-list').waitFor();
  const drag = async (fromY: number, toY: number) => {
    await page.mouse.move(120, fromY);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      await page.mouse.move(120, fromY + ((toY - fromY) * step) / 8);
      await page.waitForTimeout(30);
    }
    await page.waitForTimeout(100);
    await page.mouse.move(120, toY);
    await page.mouse.up();
  };
  const answer = await page.locator('button.answer-place').boundingBox();
  await drag((answer?.y ?? 0) + 10, 340);
  await expect.poll(() => page.locator('.sheet-half').count()).toBe(1);
  expect(page.url()).not.toContain('place=');
  const grip = await page.locator('.sheet-grip').boundingBox();
  await drag((grip?.y ?? 0) + 10, 620);
  await expect.poll(() => page.locator('.sheet-peek').count()).toBe(1);
  await page.locator('button.answer-place').click();
  await page.locator('.detail-name').waitFor();
});

it('keeps markers out of the tab order and tells the number of places', async () => {
  const { page } = await system.openRider(WHOLE_STREET);
  await page.locator('.place-marker').first().waitFor();
  expect(await page.locator('.leaflet-pane [tabindex="0"]').count()).toBe(0);
  await expect
    .poll(() => page.getByRole('status').first().textContent())
    .toMatch(/^22 个地点，最近开着的: .+，\d+ 米$/);
});

describe('with large text', () => {
  const widthNeeded = (page: Page) =>
    page.evaluate(() => {
      const cut = [...document.querySelectorAll<HTMLElement>('.sheet, .panel-body, .top-bar')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map(({ className }) => className);
      return { page: document.documentElement.scrollWidth, cut };
    });

  it('grows by a quarter with the button, and stays so', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(await size()).toBe('16px');
    await page.getByRole('button', { name: '大字' }).click();
    await expect.poll(size).toBe('20px');
    await page.goto('/?again');
    await expect.poll(size).toBe('20px');
  });

  it('needs no scrolling sideways at twice the size', async () => {
    const { page } = await system.openRider('#q=齐全', { viewport: SIZES.phone, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const twice = new CSSStyleSheet();
      twice.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [twice];
    });
    await raiseList(page);
    expect(await widthNeeded(page)).toEqual({ page: SIZES.phone.width, cut: [] });
    await page.locator('button.answer-place').click();
    await page.getByText('二号门进').waitFor();
    expect(await widthNeeded(page)).toEqual({ page: SIZES.phone.width, cut: [] });
    await page.getByRole('button', { name: '更多筛选' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await widthNeeded(page)).toEqual({ page: SIZES.phone.width, cut: [] });
  });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type StaffDesk, startStaffDesk } from '../support/staff-desk.ts';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

let desk: StaffDesk;
let axeSource: string;
beforeAll(async () => {
  desk = await startStaffDesk();
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await desk.submit('定西路面馆');
});
afterEach(() => desk.closePages());
afterAll(() => desk.close());

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

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
    const { page } = await desk.openDesk('demo-admin', '', { viewport, colorScheme });
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      found[name] = await violationsOf(page);
    };
    await page.locator('.row').first().waitFor();
    await look('queue');
    await page.locator('.row').first().click();
    await page.locator('.sheet-card').waitFor();
    await look('case');
    await page.getByRole('button', { name: '退回…' }).click();
    await page.getByRole('dialog').locator('.chip').first().waitFor();
    await look('return');
    for (const [section, ready] of [
      ['work', '.work-row'],
      ['places', '.row'],
      ['table', '.downloads'],
      ['record', '.change'],
      ['members', '.member'],
    ] as const) {
      await page.goto(`/staff/#section=${section}`);
      await page.reload();
      await page.locator(ready).first().waitFor();
      await look(section);
    }
    await page.goto('/staff/#section=places');
    await page.reload();
    await page.locator('.row').first().click();
    await page.locator('.facts-list').first().waitFor();
    await look('place');
    await page.getByRole('button', { name: '编辑' }).click();
    await page.locator('.form-body').waitFor();
    await look('form');
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GuardedPage, launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { halves, jpeg } from '../support/sample-pictures.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

const PHONE = { width: 390, height: 844 };
const LICENCE = '91350100M000100Y43';
const PHOTO = { name: 'door.jpg', mimeType: 'image/jpeg' };

let system: TestSystem;
let browser: TestBrowser;
let axeSource: string;
const opened: GuardedPage[] = [];
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchBrowser()]);
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});
afterAll(async () => {
  await browser.close();
  await system.close();
});

/** Opens the merchants' page on a phone in Chinese, signed in as somebody. */
const openAs = async (openid: string, options: PageOptions = {}): Promise<GuardedPage> => {
  const { cookie } = await system.signIn(openid);
  const guarded = await browser.openPage(system.address, {
    viewport: PHONE,
    locale: 'zh-CN',
    serviceWorkers: 'block',
    uploadOrigin: system.uploadOrigin,
    ...options,
  });
  opened.push(guarded);
  const [name = '', value = ''] = cookie.split('=');
  await guarded.page.context().addCookies([{ name, value, url: system.address, httpOnly: true }]);
  await guarded.page.goto('/merchant/');
  await guarded.page.getByRole('heading', { name: '我的店' }).waitFor();
  return guarded;
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const goOn = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const saved = (page: Page) => page.locator('.saving-saved').waitFor();

/** Begins a registration and fills in its first screen. */
const begin = async (page: Page, name: string) => {
  await page.getByRole('button', { name: '登记一家店' }).click();
  await field(page, '店名').fill(name);
  await page.getByText('餐饮店').click();
  await saved(page);
};

/** The reviewer's decision over the newest case. */
const decide = async (body: object) => {
  const reviewer = await system.signIn('demo-reviewer');
  const { cases } = (await (await reviewer.fetch('/v1/cases?subdistrict=310105001')).json()) as {
    cases: { id: string; version: number }[];
  };
  const { id = '', version = 0 } = cases.at(-1) ?? {};
  const answer = await reviewer.fetch(`/v1/cases/${id}/decision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};

describe('a shop', () => {
  it('is registered on a phone, sent back, mended, approved, and kept by its owner', async () => {
    const { page, foreignRequests, errors } = await openAs('demo-merchant');
    await begin(page, '暖手面馆');
    await goOn(page);
    await field(page, '统一社会信用代码').fill(LICENCE);
    await page.getByText('18 位，校验正确').waitFor();
    await field(page, '联系人').fill('王小明');
    await field(page, '联系电话').fill('138 1234 5678');
    await page.getByText('已保存：138****5678').waitFor();
    await goOn(page);
    await page.locator('.position-pin').waitFor();
    await page.getByRole('button', { name: '就是这里' }).click();
    await page.getByText(/已选位置 .*WGS-84/).waitFor();
    await field(page, '地址').fill('定西路 1234 号');
    await goOn(page);
    await page.getByText('营业', { exact: true }).click();
    await page.getByRole('button', { name: '加午休' }).click();
    await page.getByText('和周日一样').click();
    await goOn(page);
    await page.getByRole('button', { name: '热水' }).click();
    await goOn(page);
    await page.locator('input[type=file]').setInputFiles({ ...PHOTO, buffer: await jpeg(halves(60, 40)) });
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await goOn(page);
    await page.getByText('我已读完').click();
    await saved(page);
    await goOn(page);
    const other = page.getByText('都不是，我的是另一家');
    const submit = page.getByRole('button', { name: '提交审核' });
    await expect.poll(async () => (await other.isVisible()) || (await submit.isEnabled())).toBe(true);
    if (await other.isVisible()) await other.click();
    await submit.click();
    await page.locator('.status-word', { hasText: '审核中' }).waitFor();
    await page.getByText(/前答复/).waitFor();

    await decide({ outcome: 'needs_changes', reason: '地址请写到弄号', fields: ['address'] });
    await page.reload();
    await page.getByText('地址请写到弄号').waitFor();
    await page.getByRole('button', { name: '去改：地址' }).click();
    await field(page, '地址').fill('定西路 1234 弄 5 号');
    await saved(page);
    await page.getByRole('button', { name: /核对并提交/ }).click();
    await page.getByRole('button', { name: '再次提交' }).waitFor();
    if (await other.isVisible()) await other.click();
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.locator('.status-word', { hasText: '审核中' }).waitFor();
    await decide({ outcome: 'approved' });

    await page.goto('/merchant/#');
    await page.reload();
    await page.getByRole('link', { name: /暖手面馆/ }).click();
    await page.getByRole('button', { name: '仍然有效' }).click();
    await page.getByText('谢谢！已记下今天确认过').waitFor();
    await page.getByRole('switch', { name: /今日营业/ }).click();
    await page.getByText('今天休息，地图上已写明').waitFor();
    await page.getByRole('button', { name: '暂停几天' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '暂停', exact: true }).click();
    await page.locator('.state-big', { hasText: '暂停开放' }).waitFor();
    const id = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('place');
    const shown = (await (await system.fetch(`/v1/places/${id}`)).json()) as {
      properties: { state: string; suspension: { reason: string } };
    };
    expect(shown.properties.state).toBe('suspended');
    expect(shown.properties.suspension.reason).toBe('店内装修');
    await page.getByRole('button', { name: '恢复营业' }).click();
    await page.getByRole('button', { name: '暂停几天' }).waitFor();

    await page.getByRole('link', { name: /门口海报/ }).click();
    await page.getByRole('img', { name: /二维码/ }).waitFor();
    expect(foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is not lost when the network is: what was typed is there after a reload and saved later', async () => {
    const { page } = await openAs('demo-merchant-2');
    await begin(page, '离线小店');
    const writes = '**/v1/registrations/*';
    await page.route(writes, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.fallback(),
    );
    await page.getByLabel(/^英文店名/).fill('Offline shop');
    await page.locator('.saving-offline').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel(/^英文店名/).inputValue()).toBe('Offline shop');
    await page.unroute(writes);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await saved(page);
    const [kept] = (
      (await (await (await system.signIn('demo-merchant-2')).fetch('/v1/me/registrations')).json()) as {
        registrations: { application: { nameEn?: string } }[];
      }
    ).registrations;
    expect(kept?.application.nameEn).toBe('Offline shop');
  });
});

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('every screen of the form is free of axe findings and fits a small phone', async () => {
    const { page } = await openAs('demo-merchant-2', {
      colorScheme,
      viewport: { width: 360, height: 640 },
      reducedMotion: 'reduce',
    });
    await begin(page, '看得清小店');
    const found: Record<string, string[]> = {};
    const address = page.url().replace(/&step=.*/, '');
    for (const step of ['shop', 'contact', 'where', 'hours', 'offers', 'photos', 'pledge', 'check']) {
      await page.goto(`${address}&step=${step}`);
      await page.locator('.form-view h1').waitFor();
      if (step === 'where') await page.locator('.position-pin').waitFor();
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: Axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        }),
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      if (wide) lines.push('wider than the phone');
      if (lines.length > 0) found[step] = lines;
    }
    expect(found).toEqual({});
  });
});

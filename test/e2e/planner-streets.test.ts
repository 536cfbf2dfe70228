import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PlannerDesk, startPlannerPage } from '../support/planner-page.ts';

let desk: PlannerDesk;
beforeAll(async () => {
  desk = await startPlannerPage();
  await desk.loadAreas();
});
afterEach(() => desk.closePages());
afterAll(() => desk.close());

const share = (text: string | null) => Number(/(\d+)\s%/.exec(text ?? '')?.[1]);

describe('the planner, along streets', () => {
  it('finds more people without a station than by circles, and says that the streets are an example', async () => {
    const { page, errors, foreignRequests } = await desk.openPage('#meters=500');
    const finding = page.locator('p.finding');
    const byCircle = share(await finding.textContent());
    await page.getByRole('button', { name: '沿街道' }).click();
    await page
      .locator('.warnings')
      .getByText(/示例数据，不是真实情况：.*街道网络/)
      .waitFor();
    expect(share(await finding.textContent())).toBeGreaterThan(byCircle);
    expect(await page.locator('.controls .tag').textContent()).toBe('示例数据');
    expect(page.url()).toContain('mode=network');
    await page.getByRole('button', { name: '数据', exact: true }).click();
    const streets = page.locator('.side .data-dates div', { hasText: '街道网络' });
    await expect
      .poll(() => streets.textContent())
      .toMatch(/不是实际街道，2026年11月20日.*OpenStreetMap.*示例数据/);
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
  });

  it('suggests a site, takes it into the scenario, and drags a station live', async () => {
    const { page, errors } = await desk.openPage('#mode=network&view=scenario');
    await page.getByRole('button', { name: '建议下一个站点' }).click();
    await expect
      .poll(() => page.locator('.certificate').textContent())
      .toMatch(/^在目前基础上多覆盖 [\d,]+\s人/);
    await page.getByRole('button', { name: '采纳建议 1' }).click();
    const scenario = page.locator('.finding-scenario');
    await expect.poll(() => scenario.textContent()).toMatch(/^照方案办，降到 \d+\s%/);
    const finding = share(await page.locator('p.finding').textContent());
    const accepted = share(await scenario.textContent());
    expect(accepted).toBeLessThan(finding);
    const box = await page.locator('.facility-chosen, .facility').last().boundingBox();
    if (!box) throw new Error('the marker has no box');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 20, box.y + 220, { steps: 6 });
    await expect.poll(async () => share(await scenario.textContent())).not.toBe(accepted);
    await page.mouse.up();
    // Another way to measure is another question.
    await page.getByRole('button', { name: '直线 × 绕行' }).click();
    await expect.poll(() => page.locator('.certificate').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('prints by which way was measured, and along which streets', async () => {
    const { page } = await desk.openPage('#mode=network');
    await page
      .locator('.warnings')
      .getByText(/示例数据，不是真实情况：.*街道网络/)
      .waitFor();
    await page.emulateMedia({ media: 'print' });
    const report = await page.locator('.report').textContent();
    expect(report).toContain('路程（沿街道）');
    expect(report).toMatch(/示例数据，不是真实情况：.*街道网络/);
  });

  it('tells streets that did not load from streets that are not there, and tries again', async () => {
    const { page } = await desk.openPage();
    await page.route('**/network', (route) => route.abort());
    await page.getByRole('button', { name: '沿街道' }).click();
    await page.locator('.controls').getByText('街道网络没有载入成功').waitFor();
    await page.unroute('**/network');
    await page.route('**/network', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.controls').getByText('本街道还没有街道网络').waitFor();
  });

  it('takes straight lines and says so where what came is no network', async () => {
    const { page, errors } = await desk.openPage();
    const before = await page.locator('p.finding').textContent();
    await page.route('**/network', async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ body: body.fill(255, 2000) });
    });
    await page.getByRole('button', { name: '沿街道' }).click();
    await page.locator('.controls').getByText('街道网络读不出来').waitFor();
    expect(await page.locator('p.finding').textContent()).toBe(before);
    expect(errors).toEqual([]);
  });

  it('says in the finding, the legend and the list where nobody knows the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-streets-'));
    const file = join(folder, 'south.osm');
    const isSouth = (line: string) => Number(/lat="([\d.]+)"/.exec(line)?.[1] ?? 0) < 31.2195;
    const lines = (await readFile('infra/local/seed/huayang/streets.osm', 'utf8')).split('\n');
    await writeFile(file, lines.filter(isSouth).join('\n'));
    const { code, stderr } = await desk.run('network', file, '--subdistrict', '310105001');
    await rm(folder, { recursive: true });
    expect([code, stderr]).toEqual([0, '']);
    const { page } = await desk.openPage('#mode=network');
    await expect.poll(() => page.locator('p.finding').textContent()).toMatch(/（含 \d+\s% 路程不明）/);
    await page.locator('.legend').first().getByText('路程不明').waitFor();
    await page
      .locator('.warnings')
      .getByText(/附近 200 米内没有街道/)
      .waitFor();
    await page.locator('path.way-unknown').waitFor();
  });

  it('is free of axe findings', async () => {
    const { page } = await desk.openPage('#mode=network&view=scenario', {
      viewport: { width: 1024, height: 768 },
    });
    await page.locator('.leaflet-container').waitFor();
    expect(await desk.violationsOf(page)).toEqual([]);
  });
});

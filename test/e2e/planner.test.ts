import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PlannerDesk, startPlannerPage } from '../support/planner-page.ts';

let desk: PlannerDesk;
beforeAll(async () => {
  desk = await startPlannerPage();
  await desk.loadAreas();
});
afterEach(() => desk.closePages());
afterAll(() => desk.close());

describe('the page of the planner', () => {
  it('finds another worst gap at 23:00 than without hours, and the address holds the question', async () => {
    const { page, errors, foreignRequests } = await desk.openPage();
    const finding = page.locator('p.finding');
    await expect
      .poll(() => finding.textContent())
      .toMatch(/^\d+\s% 的居民在 500\s米内没有驿站；缺口最大的是/);
    const before = await finding.textContent();
    await page.getByRole('slider', { name: '时间' }).fill('23');
    await expect.poll(() => finding.textContent()).toMatch(/^工作日 23:00，.*没有开放的驿站/);
    expect(page.url()).toContain('hour=23');
    await page.reload();
    await expect.poll(() => finding.textContent()).toContain('23:00');
    expect(await finding.textContent()).not.toBe(before);
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
  });

  it('fetches facilities farther beyond the border once the question reaches farther, each tile once', async () => {
    const { page } = await desk.openPage();
    const tiles: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/tiles/')) tiles.push(request.url());
    });
    await page.getByRole('button', { name: '按时间' }).click();
    await page.getByRole('button', { name: '电动车' }).click();
    await expect.poll(() => page.locator('p.finding').textContent()).toMatch(/15\s分钟（3750\s米）内/);
    await expect.poll(() => tiles.length).toBeGreaterThan(0);
    expect(new Set(tiles).size).toBe(tiles.length);
  });

  it('is read with the keyboard: from cell to cell, and Enter explains with the standard', async () => {
    const { page } = await desk.openPage();
    await page.locator('.heat-cell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.explain-card').textContent())
      .toMatch(/^第一网格：食堂与助餐覆盖 \d+\s% 的居民，.*标准 500\s米（系统默认，/);
    expect(page.url()).toContain('area=01');
  });

  it('drags a station, and before and after change while it moves', async () => {
    const { page } = await desk.openPage('#view=scenario');
    const marker = page.locator('.facility').first();
    await marker.waitFor();
    const box = await marker.boundingBox();
    if (!box) throw new Error('the marker has no box');
    await page.mouse.move(box.x + 16, box.y + 16);
    await page.mouse.down();
    await page.mouse.move(box.x + 140, box.y - 60, { steps: 6 });
    await page.locator('.side .result-table').waitFor();
    await page.mouse.up();
    await page.locator('.change-list').getByText('移动').first().waitFor();
  });

  it('moves a station with the arrow keys, with its numbers at once, until Enter', async () => {
    const { page } = await desk.openPage('#view=scenario');
    await page.locator('.facility-list summary').click();
    const move = page
      .locator('.facility-list')
      .getByRole('button', { name: /^移动 / })
      .first();
    await move.focus();
    await page.keyboard.press('Enter');
    const state = page.locator('.move-state').first();
    await expect.poll(() => state.textContent()).toContain('方向键');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => state.textContent()).toMatch(/^向东 10\s米，向北 100\s米；覆盖 \d+\s%$/);
    await page.locator('.side .result-table').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => state.textContent()).toBe('');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: /^撤销：/ }).waitFor();
    await expect.poll(() => page.locator('.explain-card').textContent()).toContain('方案里移动');
  });

  it('chooses the area under a gap by its ground, and the gap by its label', async () => {
    const { page } = await desk.openPage('#hour=23');
    const label = page.locator('.gap-label').first();
    await label.click();
    const card = page.locator('.explain-card');
    await expect.poll(() => card.textContent()).toMatch(/^缺口 1：/);
    const box = await page.locator('.grade-label').first().boundingBox();
    if (!box) throw new Error('the name of an area has no box');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height + 8);
    await expect.poll(() => page.url()).toMatch(/area=0\d/);
    await expect.poll(() => card.textContent()).toMatch(/^第.网格：/);
  });

  it('keeps what the scenario gives to its own view, but prints it from every one', async () => {
    const { page } = await desk.openPage('#view=scenario&hour=12');
    await page.getByRole('button', { name: '添加在地图中央' }).click();
    await page.getByText('按全天开放算').waitFor();
    await expect.poll(() => page.locator('p.finding').textContent()).toMatch(/照方案办/);
    await page.getByRole('button', { name: '现状' }).click();
    await expect.poll(() => page.locator('p.finding').textContent()).not.toMatch(/照方案办/);
    const report = page.locator('.report');
    expect(await report.locator('h1').textContent()).toContain('未存的方案');
    expect(await report.locator('.report-finding').textContent()).toMatch(/照方案办/);
    expect(await report.locator('h2').first().textContent()).toBe('覆盖地图 · 驿站 · 照方案');
    expect(await report.locator('.report-map .report-added-number').textContent()).toBe('+1');
    expect(await report.locator('.report-foot-marks text').allTextContents()).toEqual([
      expect.stringMatching(/^\d+\s米$/),
      '北',
    ]);
  });

  it.each(['overview', 'scenario', 'data'])('never scrolls as a whole: %s', async (view) => {
    const { page } = await desk.openPage(`#view=${view}`);
    await page.locator('.side .block').first().waitFor();
    expect(await page.evaluate(() => document.scrollingElement!.scrollHeight - innerHeight)).toBe(0);
  });

  it('turns the hours on at the hour at which the line stands', async () => {
    const { page } = await desk.openPage();
    const stands = await page.getByRole('slider', { name: '时间' }).inputValue();
    await page.getByRole('switch', { name: '按时刻看' }).check();
    await expect.poll(() => page.url()).toContain(`hour=${stands}`);
    await page.getByRole('slider', { name: '时间' }).fill('5');
    await page.getByRole('switch', { name: '按时刻看' }).uncheck();
    await expect.poll(() => page.url()).not.toContain('hour=');
    expect(await page.getByRole('slider', { name: '时间' }).inputValue()).toBe('5');
  });

  it('stacks its parts on a phone, and says that a larger screen serves better', async () => {
    const { page } = await desk.openPage('', { viewport: { width: 375, height: 667 } });
    await page.getByText('规划页适合平板或电脑').waitFor();
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(375);
    await page.getByRole('button', { name: '数据' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: '数据' }).click();
    await page.getByRole('heading', { name: '导入边界' }).waitFor();
  });

  it('closes the menu of what can be taken away once something is', async () => {
    const { page } = await desk.openPage();
    await page.getByText('导出').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '缺口 GeoJSON' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^gaps-310105001-.*\.geojson$/);
    expect(await page.getByRole('button', { name: '缺口 GeoJSON' }).isVisible()).toBe(false);
  });

  it('prints the sentence first, with the map as a drawing', async () => {
    const { page } = await desk.openPage('#hour=23');
    await page.emulateMedia({ media: 'print' });
    const report = page.locator('.report');
    expect(await report.locator('.report-finding').textContent()).toContain('23:00');
    expect(await report.locator('.report-map .report-area').count()).toBe(4);
    expect(await page.locator('.planner').isVisible()).toBe(false);
  });

  it('says beside the finding that areas and people are only a sample, also on paper', async () => {
    const { page } = await desk.openPage();
    expect(await page.locator('p.finding .tag').textContent()).toBe('示例数据');
    expect(await page.locator('.report-finding .tag').textContent()).toBe('示例数据');
  });

  it('lays no label of the map over another one', async () => {
    const { page } = await desk.openPage('#hour=12', { viewport: { width: 1024, height: 768 } });
    await page.locator('.gap-label').first().waitFor();
    const boxes = await page
      .locator('.gap-label:visible, .grade-label:visible')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(3);
    const covered = boxes.filter((a, index) =>
      boxes
        .slice(index + 1)
        .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(covered).toEqual([]);
  });

  it('keeps an unsaved scenario over a reload, tells it, and forgets it once discarded', async () => {
    const { page } = await desk.openPage('#view=scenario');
    await page.getByRole('button', { name: '添加在地图中央' }).click();
    const undo = page.getByRole('button', { name: /^撤销：/ });
    await undo.waitFor();
    await page.reload();
    await page.locator('.toast', { hasText: '找回了上次没有保存的 1 处改动' }).waitFor();
    expect(await undo.count()).toBe(1);
    await page.getByRole('button', { name: '重新开始' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('还有改动没有保存').waitFor();
    await question.getByRole('button', { name: '取消' }).click();
    expect(await undo.count()).toBe(1);
    await page.getByRole('button', { name: '重新开始' }).click();
    await question.getByRole('button', { name: '重新开始' }).click();
    await page.getByText('还没有改动').waitFor();
    await page.reload();
    await page.getByText('还没有改动').waitFor();
  });

  it('stores a scenario once whose answer was lost, and lays another beside it from the list', async () => {
    const { page } = await desk.openPage('#view=scenario');
    let isLost = false;
    await page.route('**/coverage/scenarios', async (route) => {
      if (route.request().method() !== 'POST' || isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: '添加在地图中央' }).click();
    await page.locator('#scenario-name').fill('断线方案');
    const save = page.locator('.save-form button[type=submit]');
    await save.click();
    await expect.poll(() => isLost && save.isEnabled()).toBe(true);
    await save.click();
    await page.locator('.toast', { hasText: '已保存' }).waitFor();
    const row = page.locator('.stored-list li', { hasText: '断线方案' });
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toContain('1');
    await page.getByRole('button', { name: '重新开始' }).click();
    await row.getByRole('button', { name: '比较' }).click();
    await page.locator('.result-table').getByText('断线方案').waitFor();
  });

  it('goes to the worst hour with one press, and to another day with the arrow keys', async () => {
    const { page } = await desk.openPage('#hour=12');
    await page.getByRole('button', { name: /^看 \d\d:00$/ }).click();
    await expect.poll(() => page.url()).not.toContain('hour=12');
    await page.getByRole('button', { name: '工作日' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('p.finding').textContent()).toMatch(/^节假日 \d\d:00，/);
  });

  it('says that it is at work, can be stopped, and asked again', async () => {
    const { page, errors } = await desk.openPage('#view=scenario');
    // Only what is asked from here on takes its time.
    await page.evaluate(() => {
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
        if (!document.body.dataset.slow) send.apply(this, message);
        else setTimeout(() => send.apply(this, message), 60_000);
      };
      document.body.dataset.slow = 'yes';
    });
    const certificate = page.locator('.certificate');
    await page.getByRole('button', { name: '建议下一个站点' }).click();
    await page.getByText('正在找最好的位置…').waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await expect.poll(() => page.getByText('正在找最好的位置…').count()).toBe(0);
    await page.getByRole('combobox', { name: '设施类别' }).selectOption('meals');
    await page.getByText('正在计算…').waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止，显示的是上一次的结果').waitFor();
    expect([await certificate.count(), await page.locator('p.finding').textContent()]).toEqual([
      0,
      expect.stringContaining('没有驿站'),
    ]);
    await page.evaluate(() => delete document.body.dataset.slow);
    await page.getByRole('button', { name: '重新计算' }).click();
    await expect.poll(() => page.locator('p.finding').textContent()).toContain('没有食堂与助餐');
    await page.getByRole('button', { name: '建议下一个站点' }).click();
    await certificate.waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    [{ width: 1440, height: 900 }, 'light'],
    [{ width: 1024, height: 768 }, 'dark'],
  ] as const)('is free of axe findings at %o in the %s theme', async (viewport, colorScheme) => {
    const found: Record<string, string[]> = {};
    for (const view of ['overview', 'scenario', 'data']) {
      const { page } = await desk.openPage(`#view=${view}&hour=12`, { viewport, colorScheme });
      await page.locator('.leaflet-container').waitFor();
      found[view] = await desk.violationsOf(page);
    }
    expect(found).toEqual({ overview: [], scenario: [], data: [] });
  });
});

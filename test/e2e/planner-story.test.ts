import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type PlannerDesk, quartersGeojson, startPlannerPage } from '../support/planner-page.ts';
import { workbook } from '../support/workbook.ts';

let desk: PlannerDesk;
beforeAll(async () => {
  desk = await startPlannerPage();
});
afterEach(() => desk.closePages());
afterAll(() => desk.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const block = (page: Page, heading: string) =>
  page.locator('section.block').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
const finding = (page: Page) => page.locator('p.finding');
const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).waitFor();

const geojson = (name: string, collection: unknown) => ({
  name,
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify(collection)),
});

/** Tries a file in one of the blocks of the data and waits for what it says that it would write. */
const tryFile = async (
  page: Page,
  heading: string,
  file: { name: string; mimeType: string; buffer: Buffer },
  { says, crs }: { says: string | RegExp; crs?: string },
) => {
  const part = block(page, heading);
  await part.locator('input[type=file]').setInputFiles(file);
  if (crs) await part.getByLabel('坐标系').selectOption(crs);
  await button(page, '试导入').and(part.getByRole('button')).click();
  await part.getByText(says).waitFor();
  return part;
};

it('loads areas, people from CSV and Excel, and buildings, which go again after a question', async () => {
  const { page, errors } = await desk.openPage('#view=data');
  const borders = await tryFile(page, '导入边界', geojson('grids.geojson', quartersGeojson()), {
    says: '将写入 4 个区域，已画在地图上',
    crs: 'wgs84',
  });
  await expect.poll(() => page.locator('.grade-label').allTextContents()).toContain('第三网格03');
  await borders.locator('.findings').getByText('不属于任何区域').waitFor();
  await button(page, '写入').click();
  await toast(page, '已写入');

  const csv = 'code,residents\n01,12000\n02,15000\n03,9000\n04,7000\n';
  for (const [name, buffer] of [
    ['people.csv', Buffer.from(csv)],
    [
      'riders.xlsx',
      workbook([
        ['code', 'riders'],
        ['01', 40],
        ['02', 55],
        ['03', 30],
        ['04', 25],
      ]),
    ],
  ] as const) {
    await block(page, '导入人数').getByRole('button', { name: '网格' }).click();
    await tryFile(page, '导入人数', { name, mimeType: '', buffer }, { says: '将写入 4 个区域的人数' });
    await button(page, '写入').click();
    await toast(page, '已写入');
    await expect.poll(() => button(page, '写入').count()).toBe(0);
  }

  const homes = {
    type: 'FeatureCollection',
    features: [
      [121.4152, 31.2143],
      [121.4192, 31.2262],
    ].map((coordinates) => ({
      type: 'Feature',
      properties: { residents: 600 },
      geometry: { type: 'Point', coordinates },
    })),
  };
  await tryFile(page, '导入居住建筑', geojson('homes.geojson', homes), {
    says: /^将用 2 栋替换现有 \d+ 栋建筑/,
    crs: 'wgs84',
  });
  await expect.poll(() => page.locator('.leaflet-container path.building').count()).toBe(1);
  await button(page, '写入').click();
  const asked = page.getByRole('dialog');
  await asked.getByText(/^将用 2 栋替换现有 \d+ 栋建筑/).waitFor();
  await asked.getByRole('button', { name: '写入' }).click();
  await button(page, '删除已有的 2 栋建筑').click();
  await page.getByRole('dialog').getByText('均匀铺开').waitFor();
  await button(page, '删除').click();
  await toast(page, '建筑已删除');
  await expect.poll(() => button(page, /^删除已有/).count()).toBe(0);
  await button(page, '现状').click();
  await page.locator('.warnings').waitFor();
  expect(await page.locator('.warnings').textContent()).not.toContain('栋建筑');
  expect(errors).toEqual([]);
});

it('finds one worst gap at noon and another one at 23:00, also in English', async () => {
  const { page, errors } = await desk.openPage('#hour=12');
  await expect.poll(() => finding(page).textContent()).toMatch(/^工作日 12:00，.*缺口最大的是/);
  const noon = await page.locator('.gap-row').first().textContent();
  await page.getByRole('slider', { name: '时间' }).fill('23');
  await expect.poll(() => finding(page).textContent()).toMatch(/^工作日 23:00，/);
  expect(await page.locator('.gap-row').first().textContent()).not.toBe(noon);
  await button(page, 'English').click();
  await expect
    .poll(() => finding(page).textContent())
    .toMatch(
      /^At 23:00\son a workday, \d+\s% of residents have no rest stations open within 500\sm; the largest/,
    );
  expect(await desk.violationsOf(page)).toEqual([]);
  expect(errors).toEqual([]);
});

it('accepts two suggested stations, and whoever has the link sees them', async () => {
  const { page, errors } = await desk.openPage('#hour=12&view=scenario');
  await button(page, '建议下一个站点').click();
  await expect
    .poll(() => page.locator('.certificate').textContent())
    .toMatch(/^在目前基础上多覆盖 [\d,]+\s人/);
  const suggested = page.locator('.map-ground .proposal');
  await expect.poll(() => suggested.allTextContents()).toEqual(['1', '2']);
  await button(page, '采纳建议 1').click();
  await expect.poll(() => suggested.allTextContents()).toEqual(['2']);
  await suggested.click();
  await expect.poll(() => suggested.count()).toBe(0);
  await expect.poll(() => page.locator('.result-better').count()).toBeGreaterThan(2);
  await page.getByLabel('方案名称').fill('两处新站');
  await button(page, '存为方案').click();
  await toast(page, '已保存');
  const shared = await finding(page).textContent();
  expect(shared).toMatch(/照方案办，降到 \d+\s%/);
  const other = await desk.openPage(new URL(page.url()).hash);
  await button(other.page, '撤销：新增驿站 2').waitFor();
  await expect.poll(() => finding(other.page).textContent()).toBe(shared);
  await expect
    .poll(() => other.page.locator('.side .result-table').textContent())
    .toBe(await page.locator('.side .result-table').textContent());
  expect([...errors, ...other.errors]).toEqual([]);
});

it('lays it beside another scenario, and prints both with what they change', async () => {
  const { page, errors } = await desk.openPage('#hour=12&view=scenario');
  await button(page, '添加在地图中央').click();
  await page.getByLabel('方案名称').fill('中间一处');
  await button(page, '存为方案').click();
  await toast(page, '已保存');
  await page.locator('.stored-list li', { hasText: '两处新站' }).getByText('并排比较').click();
  await expect
    .poll(() => page.locator('.side .result-table thead').textContent())
    .toBe('指标现状中间一处两处新站');
  await expect
    .poll(() => page.locator('.side .result-table tbody tr').first().textContent())
    .toMatch(/^覆盖(\d+\s% ?[↑更好]*){3}$/);

  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g))).toEqual(new Set([A4]));
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: 'print' });
  const report = page.locator('.report');
  expect(await report.locator('h2').allTextContents()).toEqual([
    '覆盖地图 · 驿站 · 照方案',
    '缺口 · 照方案',
    '前后对比',
    '方案里的改动',
    '各区域覆盖率 · 照方案',
    '所用标准',
    '方法说明',
    '数据日期',
  ]);
  expect(await report.innerText()).toMatch(
    /照方案办，降到 \d+\s%[；。][\s\S]*\+1 新增驿站 1 · 示例居民区\d+（WGS-84 121\.\d{5}, 31\.\d{5}）/,
  );
  expect(await report.locator('.report-coverage tbody tr').count()).toBe(5);
  expect(errors).toEqual([]);
});

/** In points, as Chromium rounds 210 × 297 mm. */
const A4 = '/MediaBox [0 0 594.95996 841.91998]';

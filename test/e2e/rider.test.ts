import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { namesOf, type RiderSystem, raiseList, startRiderSystem } from '../support/rider-system.ts';

const SEEDED = 19;
const WHOLE_STREET = '#view=121.4165,31.2195,14';
const NIGHT = new Date('2026-11-20T02:30:00+08:00');

let system: RiderSystem;
beforeAll(async () => {
  system = await startRiderSystem();
});
afterEach(() => system.closePages());
afterAll(() => system.close());

describe('finding a place', () => {
  it('shows the seeded places, the nearest open one first, and asks nothing of another origin', async () => {
    const { page, foreignRequests, errors } = await system.openRider(WHOLE_STREET);
    await page.locator('.place-list').waitFor();
    expect(await page.locator('.sheet-top h2').textContent()).toBe('最近开着的');
    await raiseList(page);
    await page.getByRole('button', { name: '再看 1 个' }).click();
    const names = await namesOf(page);
    expect(names).toHaveLength(SEEDED + 3);
    expect(names).toContain('中山公园商圈暖新巢');
    expect(await page.locator('.answer .open-line').textContent()).toContain('到');
    expect(await page.locator('.place-marker').count()).toBeGreaterThan(3);
    expect(foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('never sends the position: no request names one, whatever is done', async () => {
    const { page } = await system.openRider(WHOLE_STREET, {
      permissions: ['geolocation'],
      geolocation: { longitude: 121.4181, latitude: 31.2143 },
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.getByRole('button', { name: '定位到我' }).click();
    await page.getByText('离你').waitFor();
    await page.locator('button.answer-place').click();
    await page.locator('.detail-name').waitFor();
    expect(page.url()).not.toMatch(/121\.418|31\.214/);
    expect(asked.filter((url) => /121\.4|31\.21|nearby/.test(url))).toEqual([]);
    expect(await page.locator('.detail-way').textContent()).toMatch(/10 米/);
  });

  it('finds by initials of the pinyin, by a word, by one character and by what a place offers', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    const search = page.getByRole('searchbox', { name: '搜索' });
    const finds = async (query: string, name: string) => {
      await search.fill(query);
      await expect.poll(async () => (await namesOf(page)).join(), { timeout: 10_000 }).toContain(name);
    };
    await finds('hys', '华阳社区食堂');
    await finds('食堂', '万宏悦膳社区长者食堂');
    await finds('堂', '宜德饭堂');
    await finds('微波炉', '中山公园商圈暖新巢');
    await search.fill('没有这样的地方');
    await page.getByRole('heading', { name: '没有找到“没有这样的地方”' }).waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('.answer').waitFor();
  });

  it('filters by open now, and the closed ones leave list and map', async () => {
    const { page } = await system.openRider(WHOLE_STREET, { now: NIGHT });
    await page.locator('.place-list').waitFor();
    const all = await namesOf(page);
    await page.getByRole('button', { name: '现在开着' }).click();
    await expect.poll(() => namesOf(page)).not.toEqual(all);
    expect((await namesOf(page)).sort()).toEqual(['海粟文化广场联勤联动站', '自助充电桩（示例）']);
    expect(page.url()).toContain('open=1');
    expect(await page.getByRole('button', { name: '现在开着' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('takes equipment that is out of order for missing, and says in the panel how many are left', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.getByRole('button', { name: '更多筛选' }).click();
    const panel = page.getByRole('dialog', { name: '筛选' });
    await panel.getByRole('button', { name: '微波炉' }).click();
    await panel.getByRole('button', { name: /^看 \d+ 个地点$/ }).click();
    await expect.poll(() => panel.count()).toBe(0);
    const names = await namesOf(page);
    expect(names).toContain('中山公园商圈暖新巢');
    expect(names).not.toContain('齐全驿站');
  });

  it('notices that a place has closed when the page is looked at again', async () => {
    const { page } = await system.openRider(`${WHOLE_STREET}&q=宜德饭堂`);
    expect(await page.locator('.answer .open-line').textContent()).toBe('营业中，到 14:00');
    await page.clock.setFixedTime(new Date('2026-11-20T14:00:00+08:00'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.place-row', { hasText: '已关门，16:30 开' }).waitFor();
  });

  it('leads to the nearest open place when none near by is open', async () => {
    const { page } = await system.openRider('#kind=merchant&view=121.4165,31.2195,14', { now: NIGHT });
    await page.getByRole('heading', { name: '附近 1 公里没有开着的站点' }).waitFor();
    expect(await namesOf(page)).toContain('宜德饭堂');
    await page.goto('/#category=ebike_charging&open=1&view=121.4165,31.2285,16');
    await page.getByText('自助充电桩').first().waitFor();
  });
});

describe('a place', () => {
  it('opens with hours, equipment and its way in, and the back button leads to the list again', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await raiseList(page);
    await page.locator('.place-row', { hasText: '齐全驿站' }).click();
    await page.getByRole('heading', { name: '齐全驿站' }).waitFor();
    await page.getByText('二号门进').waitFor();
    const said = await page.locator('.sheet').innerText();
    for (const part of [
      '开放中，到 22:00',
      '可以放心去',
      '3 小时前有人到过',
      '按钮坏了',
      '报修',
      '最多 1 小时',
    ])
      expect(said).toContain(part);
    expect(said).toMatch(/体检日[\s\S]*要预约[\s\S]*周二 09:00/);
    expect(await page.locator('a[href="tel:02155550100"]').count()).toBe(1);
    expect(await page.title()).toBe('齐全驿站 · 暖新地图');
    expect(await page.locator('.week-today').innerText()).toContain('今天');
    // The map has arrived at the place.
    await expect.poll(() => page.url()).toMatch(/view=[\d.,]+,16/);
    await page.goBack();
    await page.getByRole('heading', { name: '最近开着的' }).waitFor();
    await expect
      .poll(() => page.locator('.place-row:focus .place-name').allTextContents())
      .toEqual(['齐全驿站']);
  });

  it('comes back from a shared link with its filters', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.getByRole('button', { name: '充电', exact: true }).click();
    await page.locator('button.answer-place').click();
    const name = await page.locator('.detail-name').textContent();
    const shared = new URL(page.url());
    const again = await system.openRider(shared.hash);
    await expect.poll(() => again.page.locator('.detail-name').textContent()).toBe(name);
    expect(
      await again.page.getByRole('button', { name: '充电', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await again.page.getByRole('button', { name: '返回列表' }).click();
    await again.page.locator('.answer').waitFor();
    expect(again.page.url()).not.toContain('place=');
  });

  it('copies the link without the place where one looks from, and says so', async () => {
    const { page } = await system.openRider(`${WHOLE_STREET}&from=121.4181,31.2143`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('button.answer-place').click();
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByText('链接已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/#place=[0-9A-Z]{26}$/);
  });

  it('offers the four map applications, each link without a way back into the page', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await page.getByRole('button', { name: '去这里' }).click();
    const links = page.getByRole('dialog').getByRole('link');
    await links.first().waitFor();
    const targets = await links.evaluateAll((all) =>
      all.map((link) => [new URL((link as HTMLAnchorElement).href).hostname, link.getAttribute('rel')]),
    );
    expect(targets).toEqual([
      ['uri.amap.com', 'noopener noreferrer'],
      ['apis.map.qq.com', 'noopener noreferrer'],
      ['api.map.baidu.com', 'noopener noreferrer'],
      ['maps.apple.com', 'noopener noreferrer'],
    ]);
  });

  it('shows a suspended place as what it is, never as open', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    await raiseList(page);
    const row = page.locator('.place-row', { hasText: '关着的小站' });
    expect(await row.locator('.open-line').textContent()).toBe('暂停开放');
    await row.click();
    await page.getByText('店内装修').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '现在开着' }).click();
    await expect.poll(() => namesOf(page)).not.toContain('关着的小站');
  });

  it('shows a hostile name as text, on the map too', async () => {
    const { page, errors } = await system.openRider(WHOLE_STREET);
    await raiseList(page);
    await page.locator('.place-row', { hasText: '<img src=x' }).click();
    expect(await page.locator('.detail-name').textContent()).toContain('<img src=x onerror=');
    await page.locator('.map-pane').getByText('<img src=x').waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
    expect(errors).toEqual([]);
  });

  it('says that a link leads nowhere, and leads back to the list', async () => {
    const { page } = await system.openRider('#place=01M7W8GKT882H0GWJ1EZDX0ZZZ');
    await page.getByRole('heading', { name: '没有找到这个地点' }).waitFor();
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.locator('.answer').waitFor();
  });
});

describe('where distances start', () => {
  it('is the middle of the map that is seen, not of what lies under the list', async () => {
    const { page } = await system.openRider('#view=121.4172,31.2186,16');
    await page.locator('.place-list').waitFor();
    const [marker, list, bar] = await Promise.all(
      ['.place-marker', '.sheet', '.top-bar'].map((part) =>
        page
          .locator(part)
          .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON())),
      ),
    );
    const middle = { x: 195, y: (bar?.[0].bottom + list?.[0].top) / 2 };
    const offsets = marker?.map((box) =>
      Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y),
    );
    expect(Math.min(...(offsets ?? []))).toBeLessThan(4);
    expect(await page.locator('.answer .place-name').textContent()).toBe('宜德饭堂');
  });

  it('stays where it was, as the address does, when a keyboard makes the map smaller', async () => {
    const { page } = await system.openRider('#view=121.4172,31.2186,16');
    await page.locator('.place-list').waitFor();
    const distances = () => page.locator('.answer-distance, .place-distance').allTextContents();
    const before = { address: page.url(), distances: await distances() };
    const height = () => page.locator('.map-pane').evaluate((pane) => pane.clientHeight);
    const high = await height();
    await page.setViewportSize({ width: 390, height: 480 });
    await expect.poll(height).toBeLessThan(high);
    await page.waitForTimeout(400);
    expect(page.url()).toBe(before.address);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(height).toBe(high);
    await page.waitForTimeout(400);
    expect({ address: page.url(), distances: await distances() }).toEqual(before);
  });

  it('stays usable when the position is refused: a street or a tap on the map does as well', async () => {
    const { page } = await system.openRider(WHOLE_STREET);
    expect(await page.locator('.start-button').innerText()).toContain('离地图中心');
    await page.getByRole('button', { name: '定位到我' }).click();
    await page.getByText('没有定位权限也能用').waitFor();
    await page.getByRole('button', { name: '选择出发点' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '延安西路' }).click();
    await page.getByText('离选中的点').waitFor();
    expect(page.url()).toMatch(/from=121\.41\d+,31\.21\d+/);
    const street = page.url();
    await page.locator('.map-pane').click({ position: { x: 60, y: 200 } });
    await expect.poll(() => page.url()).not.toBe(street);
  });
});

it('says with a licensed base map that its provider sees where one looks', async () => {
  const { page } = await system.openRider(WHOLE_STREET);
  await page.getByRole('button', { name: '关于这张地图' }).click();
  await page.getByText('不会上传').waitFor();
  expect(await page.getByText('地图底图的提供方').count()).toBe(0);
  const tiles = { type: 'tiles', urls: ['/none/{z}/{x}/{y}.png'], attribution: '某地图', crs: 'wgs84' };
  await page.route('**/none/**', (route) => route.fulfill({ status: 204 }));
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { baseLayer: { ...tiles, minZoom: 3, maxZoom: 18 } } }),
  );
  await page.goto(`/?tiles${WHOLE_STREET}`);
  await page.getByRole('button', { name: '关于这张地图' }).click();
  await page.getByText('地图底图的提供方会看到你在看地图的哪一块。').waitFor();
});

it('speaks English by the browser, Chinese by the switch, and keeps what was chosen', async () => {
  const { page } = await system.openRider(WHOLE_STREET, { locale: 'en-GB' });
  await page.getByRole('heading', { name: 'Nearest open' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '最近开着的' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  await page.goto('/?again#lang=en');
  await page.getByRole('heading', { name: 'Nearest open' }).waitFor();
  await page.goto('/?third');
  await page.getByRole('heading', { name: '最近开着的' }).waitFor();
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { png } from '../support/png.ts';
import { approveShop, submitShop } from '../support/register-shop.ts';
import { choosePerson, DESK, type Story, startStory } from '../support/story.ts';

const SHOP = '灯火粥铺';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.close());

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page) => page.getByRole('dialog');
const next = (page: Page) => button(page, '下一步').click();
const saved = (page: Page) => page.locator('.saving-saved').waitFor();
const isUnder = (page: Page, heading: string) =>
  page.getByRole('heading', { name: heading, level: 1 }).waitFor();

/** Begins a registration and fills in its first screen. */
const begin = async (page: Page, name: string) => {
  await button(page, '登记一家店').click();
  await field(page, '店名').fill(name);
  await page.getByText('餐饮店').click();
  await saved(page);
};

/** Hands in what is filled in; a neighbour with a similar name is another shop. */
const handIn = async (page: Page, words: string) => {
  const other = page.getByText('都不是，我的是另一家');
  const submit = button(page, words);
  await submit.waitFor();
  await expect.poll(async () => (await other.isVisible()) || (await submit.isEnabled())).toBe(true);
  if (await other.isVisible()) await other.click();
  await submit.click();
  await page.locator('.status-word', { hasText: '审核中' }).waitFor();
};

/** Approves the open case; what the machine doubts is looked at and approved all the same. */
const approve = async (page: Page) => {
  await button(page, 'Approve and publish').click();
  const undo = button(page, /^Take back/);
  const anyway = button(page, 'I have looked: approve');
  await undo.or(anyway).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await undo.waitFor();
};

/** A place as another rider sees it, who has nothing of it in any cache. */
const riderAt = async (place: string): Promise<Page> => {
  const page = await story.openPage(`/#place=${place}`);
  await page.locator('.detail-name', { hasText: SHOP }).waitFor();
  return page;
};

describe('a shop on its way to the riders', () => {
  let merchant: Page;
  let reviewer: Page;
  let place: string;

  it('is registered on a phone, step by step, with two photos', async () => {
    merchant = await story.openPage('/merchant/');
    await isUnder(merchant, '商户登录');
    await choosePerson(merchant, '店主阿敏');
    await begin(merchant, SHOP);
    await next(merchant);
    await field(merchant, '统一社会信用代码').fill('91350100M000100Y43');
    await field(merchant, '联系人').fill('王小明');
    await field(merchant, '联系电话').fill('138 1234 5678');
    await next(merchant);
    await merchant.locator('.position-pin').waitFor();
    await button(merchant, '就是这里').click();
    await field(merchant, '地址').fill('定西路 88 号');
    await next(merchant);
    await merchant.getByText('24 小时', { exact: true }).click();
    await merchant.getByText('和周日一样').click();
    await next(merchant);
    await button(merchant, '热水').click();
    await next(merchant);
    await merchant.locator('input[type=file]').setInputFiles([
      { name: '门口.png', mimeType: 'image/png', buffer: png(64, 48) },
      { name: '里面.png', mimeType: 'image/png', buffer: png(48, 64) },
    ]);
    await merchant.getByRole('img', { name: '第 2 张照片' }).waitFor();
    await next(merchant);
    await merchant.getByText('我已读完').click();
    await saved(merchant);
    await next(merchant);
    await handIn(merchant, '提交审核');
    await merchant.getByText(/前答复/).waitFor();
    await merchant.getByText(/还有 5 个工作日/).waitFor();
  });

  it('is found in the queue, claimed, and sent back with a ready reason', async () => {
    reviewer = await story.openPage('/staff/', DESK);
    await isUnder(reviewer, 'Sign in for street staff');
    await choosePerson(reviewer, '审核员小林');
    await reviewer.locator('.row', { hasText: SHOP }).click();
    await button(reviewer, 'Claim').click();
    await button(reviewer, 'Release').waitFor();
    expect(await reviewer.locator('.case .photos img').count()).toBe(2);
    await button(reviewer, 'Send back…').click();
    await dialog(reviewer).locator('.chip', { hasText: 'Address' }).click();
    await dialog(reviewer).locator('.chip', { hasText: 'Position is off' }).click();
    await button(reviewer, 'Ask for changes').click();
    await reviewer.locator('.case-outcome', { hasText: 'Sent back for changes' }).waitFor();
  });

  it('is mended where the reviewer pointed, and keeps what was right', async () => {
    await merchant.goto('/merchant/#inbox=');
    await merchant.reload();
    await merchant.locator('.card-link', { hasText: SHOP }).first().click();
    await merchant.locator('.reason', { hasText: '位置和地址对不上' }).waitFor();
    await button(merchant, '去改：地址').click();
    await merchant.getByText('审核员请您修改：地址').waitFor();
    await field(merchant, '地址').fill('定西路 88 弄 1 号');
    await saved(merchant);
    await button(merchant, /核对并提交/).click();
    const review = merchant.locator('.form-card');
    await review.locator('.review-asked', { hasText: '定西路 88 弄 1 号' }).waitFor();
    for (const kept of [SHOP, '91350100M000100Y43', '138****5678', '热水', '2 张'])
      await review.getByText(kept).first().waitFor();
    await handIn(merchant, '再次提交');
  });

  it('is approved, and on the map with its photos and hours', async () => {
    await reviewer.reload();
    await reviewer.locator('.row', { hasText: SHOP }).click();
    await reviewer.getByText('定西路 88 弄 1 号').first().waitFor();
    await approve(reviewer);

    await merchant.goto('/merchant/');
    await merchant.reload();
    await merchant.getByRole('link', { name: new RegExp(SHOP) }).click();
    await button(merchant, '暂停几天').waitFor();
    place = new URLSearchParams(new URL(merchant.url()).hash.slice(1)).get('place') ?? '';
    const rider = await riderAt(place);
    await rider.locator('.open-open', { hasText: '24 小时开放' }).waitFor();
    await rider.locator('.sheet-handle').click();
    const photo = rider.locator('.photos img').nth(1);
    await photo.scrollIntoViewIfNeeded();
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    // Within the minute that caches may take, and a slow page's reloads, its tile has it too: in the list, on the map.
    await rider.goto(`/#q=${SHOP}`);
    const listed = rider.locator('[data-place] .place-name', { hasText: SHOP });
    const isListed = async () => {
      await rider.reload();
      await rider.locator('.sheet-top h2').waitFor();
      return (await listed.count()) > 0;
    };
    await expect.poll(isListed, { timeout: 90_000, interval: 2000 }).toBe(true);
    expect(story.complaints()).toEqual([]);
  }, 180_000);

  it('is paused until tomorrow with a reason that riders read, and opens again', async () => {
    await button(merchant, '暂停几天').click();
    await dialog(merchant).getByText('其他', { exact: true }).click();
    await dialog(merchant).getByLabel('写一句原因').fill('煤气检修');
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toLocaleDateString('sv', {
      timeZone: 'Asia/Shanghai',
    });
    await dialog(merchant).getByLabel('哪天恢复').fill(tomorrow);
    await dialog(merchant).getByRole('button', { name: '暂停', exact: true }).click();
    await merchant.locator('.state-big', { hasText: '暂停开放' }).waitFor();
    const paused = await riderAt(place);
    await paused.locator('.open-suspended', { hasText: /暂停开放，预计 ?明天/ }).waitFor();
    await paused.locator('.sheet-handle').click();
    await paused
      .getByText(/煤气检修/)
      .first()
      .waitFor();

    await button(merchant, '恢复营业').click();
    await button(merchant, '暂停几天').waitFor();
    await (await riderAt(place)).locator('.open-open').waitFor();
  });

  it('is reported locked by a rider, and verified by the staff', async () => {
    const rider = await riderAt(place);
    await rider.locator('.sheet-handle').click();
    await button(rider, '门锁了').click();
    await rider.getByText('今天已说「门锁了」，谢谢').waitFor();

    const staff = await story.openAs('网格员小陈', '/staff/#section=work', DESK);
    const line = staff.locator('.work-row', { hasText: SHOP });
    await line.getByText(/door locked ×1/).waitFor();
    await line.getByRole('button', { name: 'All true' }).click();
    await expect.poll(() => line.count()).toBe(0);
    const later = await riderAt(place);
    await later.locator('.sheet-handle').click();
    await later
      .getByText(/刚刚街道核实过/)
      .first()
      .waitFor();
    expect(await later.getByText(/有骑手反映门锁着/).count()).toBe(0);
  });

  it('has asked nobody else for anything, and broken nowhere', () => {
    expect(story.complaints()).toEqual([]);
  });
});

describe('people', () => {
  afterEach(() => story.closePages());

  const shopOf = async (openid: string, name: string, licenceCode: string): Promise<string> => {
    const { fetch } = await story.signIn(openid);
    const { id } = await submitShop(fetch, name, { licenceCode });
    return id;
  };
  const onMap = async (openid: string, name: string, licenceCode: string): Promise<string> =>
    approveShop((await story.signIn('demo-reviewer')).fetch, await shopOf(openid, name, licenceCode));

  it('hand a shop over with a code that the other types in', async () => {
    const place = await onMap('demo-merchant', '转手茶铺', '91310105MA1FW00010');
    const owner = await story.openAs('店主阿敏', `/merchant/#place=${place}`);
    await button(owner, /转交给别人/).click();
    await button(owner, '生成转交码').click();
    const code = (await owner.locator('.hand-over-code').textContent()) ?? '';

    const heir = await story.openAs('店主老李', '/merchant/#take-over=');
    await field(heir, '转交码').fill(code.toLowerCase());
    await button(heir, '接手').click();
    await heir.getByText('「转手茶铺」现在由您管理').waitFor();
    await isUnder(heir, '转手茶铺');

    await owner.goto('/merchant/#inbox=');
    await owner.reload();
    await owner
      .getByText(/转手茶铺/)
      .first()
      .waitFor();
    await owner.goto('/merchant/#');
    await isUnder(owner, '我的店');
    expect(await owner.getByRole('link', { name: /转手茶铺/ }).count()).toBe(0);
    expect(story.complaints()).toEqual([]);
  });

  it('take a rejection back, and the shop waits for its review again', async () => {
    const id = await shopOf('demo-merchant', '误拒小店', '91310105MA1FW00029');
    const reviewer = await story.openAs('审核员小林', `/staff/#case=${id}`, DESK);
    await button(reviewer, 'Send back…').click();
    await dialog(reviewer).getByText('Reject', { exact: true }).first().click();
    await dialog(reviewer).locator('.chip', { hasText: 'Not verifiable' }).click();
    await dialog(reviewer).getByRole('button', { name: 'Reject', exact: true }).click();
    await reviewer.locator('.case-outcome', { hasText: 'Rejected' }).waitFor();
    const merchant = await story.openAs('店主阿敏', `/merchant/#registration=${id}`);
    await merchant.locator('.status-rejected').waitFor();

    await button(reviewer, /^Take back/).click();
    await button(reviewer, 'Approve and publish').waitFor();
    await merchant.reload();
    await merchant.locator('.status-submitted').waitFor();
    expect(story.complaints()).toEqual([]);
  });

  it('lose nothing when their session ends in the middle of the form', async () => {
    const page = await story.openAs('店主老李', '/merchant/');
    await begin(page, '断了又续小店');
    await page.context().clearCookies();
    await page.getByLabel(/^英文店名/).fill('Interrupted shop');
    await dialog(page).getByText('请重新登录').waitFor();
    await choosePerson(page, '店主老李');
    await saved(page);
    expect(await page.getByLabel(/^英文店名/).inputValue()).toBe('Interrupted shop');
    await page.reload();
    await expect.poll(() => page.getByLabel(/^英文店名/).inputValue()).toBe('Interrupted shop');
    expect(story.complaints()).toEqual([]);
  });

  it('lose nothing when they sign in again on a page loaded anew', async () => {
    const page = await story.openAs('店主老李', '/merchant/');
    await begin(page, '关了再开小店');
    await page.context().clearCookies();
    await page.getByLabel(/^英文店名/).fill('Reopened shop');
    await dialog(page).getByText('请重新登录').waitFor();
    await page.reload();
    await choosePerson(page, '店主老李');
    await expect.poll(() => page.getByLabel(/^英文店名/).inputValue()).toBe('Reopened shop');
    await saved(page);
  });

  it('type on without a network, which is saved once it is back', async () => {
    const page = await story.openAs('店主老李', '/merchant/');
    await begin(page, '地下室小店');
    await page.context().setOffline(true);
    await page.getByLabel(/^英文店名/).fill('Basement shop');
    await page.locator('.saving-offline').waitFor();
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    await expect.poll(() => page.getByLabel(/^英文店名/).inputValue()).toBe('Basement shop');
  });

  it('delete their account; their shop stays on the map without an owner', async () => {
    const place = await onMap('demo-merchant-2', '告别小店', '91310105MA1FW00037');
    const page = await story.openAs('店主老李', '/merchant/');
    await page.getByRole('link', { name: /告别小店/ }).waitFor();
    await button(page, '账号').click();
    await button(page, '注销账号').click();
    await dialog(page)
      .getByText(/不能恢复/)
      .waitFor();
    await button(page, '我明白，注销').click();
    await isUnder(page, '商户登录');
    await page.reload();
    await isUnder(page, '商户登录');
    const staff = await story.openAs('审核员小林', `/staff/#section=places&place=${place}`, DESK);
    await staff.getByText('nobody has claimed it yet').waitFor();
    expect(story.complaints()).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlaceRecord } from '../../shared/place/place-record.ts';
import type { Case } from '../../shared/registration/case.ts';
import type { OwnRegistration } from '../../shared/registration/registration.ts';
import {
  approveShop,
  type SignedInFetch,
  sampleApplication,
  sendJson,
  submitShop,
} from '../support/register-shop.ts';
import { DESK, type Story, startStory } from '../support/story.ts';

const HUAYANG = '310105001';

/** Markup that acts wherever text is taken for it; `word` tells the fields apart. */
const acting = (word: string) => `"><img src=x onerror="document.title='owned'">{{7*7}}${word}`;
/** The same for texts of 20 to 30 characters. */
const short = (word: string) => `<img src=x>{{7*7}}${word}`;

let story: Story;
let merchant: SignedInFetch;
let reviewer: SignedInFetch;
let shop: string;
/** Waits for its review, was sent back before. */
let open: OwnRegistration;
/** Of the shop: it has a difference to read. */
let change: OwnRegistration;

const written = () => ({
  ...sampleApplication(acting('店')),
  nameEn: acting('shop'),
  address: acting('址'),
  publicPhone: '<img src=x onerror=alert(1)>',
  pledge: acting('诺'),
  note: acting('注'),
  access: { entrance: acting('门'), ebikeParking: acting('车'), whoMayEnter: acting('谁') },
  services: [{ name: short('事'), booking: false, note: acting('务') }],
  schedule: {
    ...sampleApplication('').schedule,
    exceptions: [{ from: '2027-01-01', to: '2027-01-02', hours: [], reason: short('假') }],
  },
  contactName: short('人'),
});

beforeAll(async () => {
  story = await startStory();
  merchant = (await story.signIn('demo-merchant')).fetch;
  reviewer = (await story.signIn('demo-reviewer')).fetch;
  for (const person of [merchant, reviewer])
    await sendJson(person, 'PATCH', '/v1/me', { nickname: short('名') });
  const path = `/v1/subdistricts/${HUAYANG}/reason-templates`;
  const { version } = await sendJson<{ version: number }>(reviewer, 'GET', path);
  const template = { outcome: 'needs_changes', title: short('题'), text: acting('文') };
  await sendJson(reviewer, 'PUT', path, { templates: [template] }, version);

  shop = await approveShop(reviewer, (await submitShop(merchant, '', written())).id);
  const own = `/v1/me/places/${shop}`;
  const paused = await sendJson<PlaceRecord>(
    merchant,
    'POST',
    `${own}/pause`,
    { reason: acting('停'), until: new Date(Date.now() + 3 * 86_400_000).toISOString() },
    (await sendJson<PlaceRecord>(merchant, 'GET', own)).version,
  );
  await sendJson(
    reviewer,
    'PATCH',
    `/v1/place-records/${shop}`,
    { aliases: [acting('又')], grid: 'A1', reason: acting('因') },
    paused.version,
  );

  const begun = await sendJson<OwnRegistration>(merchant, 'POST', '/v1/registrations', {
    kind: 'change',
    place: shop,
  });
  const draft = `/v1/registrations/${begun.id}`;
  const saved = await sendJson<OwnRegistration>(
    merchant,
    'PATCH',
    draft,
    { name: acting('新'), address: acting('搬') },
    begun.version,
  );
  change = await sendJson(merchant, 'POST', `${draft}/submit`, { notADouble: true }, saved.version);

  const second = { ...written(), licenceCode: '91310105MA1FW00010', name: acting('二') };
  open = await submitShop(merchant, '', second);
  const waiting = await sendJson<Case>(reviewer, 'GET', `/v1/cases/${open.id}`);
  await sendJson(
    reviewer,
    'POST',
    `/v1/cases/${open.id}/decision`,
    { outcome: 'needs_changes', reason: acting('由'), fields: ['address'] },
    waiting.version,
  );
});
afterAll(() => story.close());

/** What of the stored texts a page has taken for markup. */
const acted = (page: Page) =>
  page.evaluate(() => {
    const wrong = 'img[src="x"], [onerror], [onclick], a[href^="javascript:" i], iframe, object, embed';
    const found = [...document.querySelectorAll(wrong)].map(({ outerHTML }) => outerHTML);
    return document.title === 'owned' ? [...found, document.title] : found;
  });

/** Opens a view anew, waits for each text to stand there as it was typed, and finds that nothing has acted. */
const shows = async (page: Page, path: string, ...texts: string[]) => {
  page.setDefaultTimeout(10_000);
  await page.goto('about:blank');
  await page.goto(path);
  for (const text of texts)
    await page.getByText(text, { exact: false }).first().waitFor({ state: 'attached' });
  expect(await page.locator('body').innerText()).not.toMatch(/(?:^|\D)49[店址门名]/);
  expect(await acted(page), path).toEqual([]);
};

it('is read as text by riders: list, label, detail, and why it is closed', async () => {
  const page = await story.openPage('/');
  await shows(page, '/#q=onerror', acting('店'));
  await shows(page, `/#place=${shop}`, acting('店'), acting('停'));
  await page.locator('.sheet-handle').click();
  for (const text of [acting('址'), acting('门'), acting('车'), acting('谁'), acting('诺'), acting('又')])
    await page.getByText(text).first().waitFor({ state: 'attached' });
  await page.getByText(short('事')).first().waitFor({ state: 'attached' });
  expect(await acted(page)).toEqual([]);
  expect(story.complaints()).toEqual([]);
});

it('is read as text by its owner: home, status, messages, form, poster, badge', async () => {
  const page = await story.openAs('店主阿敏', '/merchant/');
  await shows(page, '/merchant/#', acting('店'), acting('二'));
  await shows(page, `/merchant/#place=${shop}`, acting('店'), acting('停'), acting('门'));
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /友好商户徽章/ }).click();
  const badge = await readFile((await (await downloading).path()) ?? '', 'utf8');
  const drawn = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...svg.querySelectorAll('*')].map(({ localName }) => localName);
  }, badge);
  expect([...new Set(drawn)].sort()).toEqual(['circle', 'path', 'svg', 'text']);

  await shows(page, `/merchant/#place=${shop}&part=poster`, acting('店'));
  await page.emulateMedia({ media: 'print' });
  expect(await acted(page)).toEqual([]);
  await page.emulateMedia({ media: null });
  await shows(page, `/merchant/#place=${shop}&part=access`);
  await shows(page, '/merchant/#inbox=', acting('二'));
  await shows(page, `/merchant/#registration=${open.id}`, acting('二'), acting('由'));
  await shows(page, `/merchant/#registration=${open.id}&step=where`, acting('由'));
  await shows(page, `/merchant/#registration=${open.id}&step=check`, acting('址'), acting('诺'));
  await page.getByRole('button', { name: '账号' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await acted(page)).toEqual([]);
  expect(story.complaints()).toEqual([]);
});

it('is read as text by the staff: queue, case, differences, templates, places, history, log, worklist, members', async () => {
  const page = await story.openAs('审核员小周', '/staff/', DESK);
  await shows(page, '/staff/#', acting('新'));
  await shows(page, '/staff/#queue=needs_changes');
  await shows(page, `/staff/#case=${change.id}`, acting('新'), acting('搬'), acting('店'));
  await page.getByRole('button', { name: 'Send back…' }).click();
  await page
    .getByRole('dialog')
    .locator('.chip', { hasText: short('题') })
    .click();
  await page.getByRole('button', { name: 'Edit the ready reasons' }).click();
  expect(await acted(page)).toEqual([]);
  await shows(page, `/staff/#case=${open.id}`, acting('二'), acting('注'), acting('由'));
  await shows(page, '/staff/#section=places&state=suspended');
  await shows(page, `/staff/#section=places&place=${shop}`, acting('停'), acting('因'), acting('门'));
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect.poll(() => page.getByLabel(/^Entrance/).inputValue()).toBe(acting('门'));
  expect(await acted(page)).toEqual([]);
  await shows(page, '/staff/#section=record', acting('因'), short('名'));
  await shows(page, '/staff/#section=work');
  const admin = await story.openAs('管理员老张', '/staff/', DESK);
  await shows(admin, '/staff/#section=members', short('名'));
  expect(story.complaints()).toEqual([]);
});

it('leaves the exports as data that no browser takes for a page', async () => {
  for (const path of ['/v1/places.geojson', '/v1/places.csv', '/v1/place-records.xlsx']) {
    const answer = await reviewer(`${path}?subdistrict=${HUAYANG}`);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get('content-type'), path).not.toMatch(/html|xml$|svg/);
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});

it('is refused where a link, a code or a formula would come of it', async () => {
  const { version } = await sendJson<PlaceRecord>(reviewer, 'GET', `/v1/place-records/${shop}`);
  const refused = async (
    who: SignedInFetch,
    path: string,
    [method, body, at]: [string, object, number],
  ): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'if-match': `"${at}"` };
    return (await who(path, { method, headers, body: JSON.stringify(body) })).status;
  };
  const place = `/v1/place-records/${shop}`;
  for (const body of [
    { website: "javascript:document.title='owned'" },
    { website: 'data:text/html,<script>1</script>' },
    { grid: '<b>A</b>' },
  ])
    expect(await refused(reviewer, place, ['PATCH', body, version]), JSON.stringify(body)).toBe(400);
  const now = await sendJson<OwnRegistration>(merchant, 'GET', `/v1/registrations/${open.id}`);
  const draft = `/v1/registrations/${open.id}`;
  for (const body of [{ invitationCode: '<b>' }, { photos: ['<img src=x>'] }])
    expect(await refused(merchant, draft, ['PATCH', body, now.version]), JSON.stringify(body)).toBe(400);
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PhotoUpload } from '../../shared/api/photo-routes.ts';
import type { PlaceRecord } from '../../shared/place/place-record.ts';
import { png } from '../support/png.ts';
import { sendJson } from '../support/register-shop.ts';
import { type RiderSystem, startRiderSystem } from '../support/rider-system.ts';
import type { SignedIn } from '../support/sign-in-as.ts';

let system: RiderSystem;
let reviewer: SignedIn;
let place: PlaceRecord;
let double: PlaceRecord;

beforeAll(async () => {
  system = await startRiderSystem();
  reviewer = await system.signIn('demo-reviewer');
  const { places } = await sendJson<{ places: PlaceRecord[] }>(
    reviewer.fetch,
    'GET',
    '/v1/place-records?subdistrict=310105001&q=%E9%BD%90%E5%85%A8',
  );
  [place] = places as [PlaceRecord];
  const others = await sendJson<{ places: PlaceRecord[] }>(
    reviewer.fetch,
    'GET',
    '/v1/place-records?subdistrict=310105001',
  );
  double = others.places.find(({ id }) => id !== place.id) as PlaceRecord;
  const photos = [await uploaded(320, 240), await uploaded(240, 320)];
  const path = `/v1/place-records/${place.id}`;
  place = await sendJson(reviewer.fetch, 'PATCH', path, { photos, reason: '照片' }, place.version);
  await sendJson(
    reviewer.fetch,
    'POST',
    `/v1/place-records/${double.id}/merge`,
    { into: place.id },
    double.version,
  );
});
afterEach(() => system.closePages());
afterAll(() => system.close());

const uploaded = async (width: number, height: number): Promise<string> => {
  const bytes = png(width, height);
  const { photo, upload } = await sendJson<PhotoUpload>(reviewer.fetch, 'POST', '/v1/photos', {
    contentType: 'image/png',
    bytes: bytes.length,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([bytes]));
  expect((await fetch(upload.url, { method: 'POST', body: form })).ok).toBe(true);
  await sendJson(reviewer.fetch, 'POST', `/v1/photos/${photo.id}/complete`);
  return photo.id;
};

const openPlace = async (id: string) => {
  const opened = await system.openRider(`#place=${id}`);
  await opened.page.locator('.sheet-handle').click();
  return opened;
};

describe('the three taps in front of the door', () => {
  it('can be taken back, are sent once, and rest for the day', async () => {
    const { page, errors, foreignRequests } = await openPlace(place.id);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/confirmations')) sent.push(request.postData() ?? '');
    });
    const locked = page.getByRole('button', { name: '门锁了' });
    await locked.click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => locked.getAttribute('aria-pressed')).toBe('false');
    await locked.click();
    await page.getByText('今天已说「门锁了」，谢谢').waitFor();
    expect(sent).toEqual(['{"kind":"door_locked"}']);
    expect(await locked.evaluate((button) => document.activeElement === button)).toBe(true);
    await page.reload();
    await page.getByText('今天已说「门锁了」，谢谢').waitFor();
    expect(await page.getByRole('button', { name: '还在' }).getAttribute('aria-disabled')).toBe('true');
    await page.locator('.confidence').getByText('有骑手反映门锁着').waitFor();
    expect([errors, foreignRequests]).toEqual([[], []]);
  });

  it('say that they cannot be sent without a network', async () => {
    const { page } = await openPlace(place.id);
    await page.getByRole('button', { name: '还在' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('离线时发不出去，联网后再点。').waitFor();
    expect(await page.getByRole('button', { name: '还在' }).getAttribute('aria-disabled')).toBe('true');
    await page.context().setOffline(false);
    await expect
      .poll(() => page.getByRole('button', { name: '还在' }).getAttribute('aria-disabled'))
      .toBe('false');
  });
});

describe('the photos of a place', () => {
  it('are shown large one after the other, and give the focus back', async () => {
    const { page, errors } = await openPlace(place.id);
    const small = page.locator('.photos button');
    await small.first().scrollIntoViewIfNeeded();
    expect(await small.count()).toBe(2);
    await small.first().click();
    const large = page.getByRole('dialog').getByRole('img');
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    await page.getByRole('button', { name: '下一张' }).click();
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => small.first().evaluate((button) => document.activeElement === button)).toBe(true);
    expect(errors).toEqual([]);
  });
});

it('leads from an entry that was merged to the place', async () => {
  const { page } = await openPlace(double.id);
  await page.getByRole('button', { name: '看这个地方' }).click();
  await expect.poll(() => page.locator('.detail-name').textContent()).toBe('齐全驿站');
});

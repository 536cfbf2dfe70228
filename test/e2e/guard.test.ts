import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gateway } from '../../infra/local/gateway.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { startTinyGateway } from '../support/tiny-gateway.ts';

const PAGE = `<img src="/own.png"><img src="http://tiles.example/1.png"><script>throw new Error('broken')</script>`;

let gateway: Gateway;
let browser: TestBrowser;
beforeAll(async () => {
  const handler = `async () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: ${JSON.stringify(PAGE)} })`;
  gateway = await startTinyGateway({ page: handler }, { $default: 'page' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await gateway.close();
});

it('records what a page asks of another origin, what it throws, and nothing of its own origin', async () => {
  const { page, foreignRequests, errors } = await browser.openPage(gateway.address);
  await page.goto('/', { waitUntil: 'load' });
  expect(foreignRequests).toEqual(['http://tiles.example/1.png']);
  expect(errors).toContain('broken');
});

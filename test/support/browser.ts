import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from './browser-path.ts';

export type TestBrowser = {
  browser: Browser;
  /** Opens a page in a context of its own, guarded: what it asks of another origin is aborted and recorded. */
  openPage: (origin: string, options?: PageOptions) => Promise<GuardedPage>;
  close: () => Promise<void>;
};

export type PageOptions = BrowserContextOptions & {
  /** Where the page may upload pictures to, beside its own origin. */
  uploadOrigin?: string;
};

export type GuardedPage = {
  page: Page;
  /** Addresses outside the origin that the page has asked for; to be asserted empty. */
  foreignRequests: string[];
  /** What the page has thrown or written to the console as an error. */
  errors: string[];
  close: () => Promise<void>;
};

/** Starts the browser that `npm test` has found. Throws with a sentence when there is none. */
export async function launchBrowser(): Promise<TestBrowser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser found: set CHROMIUM_PATH, or run npm test');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      // Whatever the guard of a page does not see, a service worker's requests for one, finds no host.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // Chromium refuses its sandbox to root, which a container usually is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    browser,
    openPage: (origin, options) => openPage(browser, origin, options),
    close: () => browser.close(),
  };
}

async function openPage(
  browser: Browser,
  origin: string,
  { uploadOrigin, ...options }: PageOptions = {},
): Promise<GuardedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const foreignRequests: string[] = [];
  const errors: string[] = [];
  await context.route(
    (url) => url.origin !== new URL(origin).origin && url.origin !== uploadOrigin,
    async (route) => {
      foreignRequests.push(route.request().url());
      await route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, foreignRequests, errors, close: () => context.close() };
}

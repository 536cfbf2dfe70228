import type { BrowserContextOptions } from 'playwright-core';
import { type GuardedPage, launchBrowser } from './browser.ts';
import { type SignedInFetch, submitShop } from './register-shop.ts';
import { startSystem } from './system.ts';

const DESK = { width: 1440, height: 900 };

/** A system with the sample people, and a browser in which they sit at the staff's page. */
export async function startStaffDesk() {
  const system = await startSystem();
  const browser = await launchBrowser();
  const opened: GuardedPage[] = [];

  /** Opens the staff's page as one of the sample people, signed in. */
  const openDesk = async (
    openid: string,
    hash = '',
    options: BrowserContextOptions = {},
  ): Promise<GuardedPage> => {
    const { cookie } = await system.signIn(openid);
    const guarded = await browser.openPage(system.address, {
      viewport: DESK,
      locale: 'zh-CN',
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      ...options,
    });
    opened.push(guarded);
    const value = cookie.slice(cookie.indexOf('=') + 1);
    await guarded.page.context().addCookies([{ name: 'session', value, url: system.address }]);
    await guarded.page.goto(`/staff/${hash}`);
    await guarded.page.locator('.staff-sections').waitFor();
    return guarded;
  };

  return {
    ...system,
    openDesk,
    /** A shop that has been handed in by the sample merchant. */
    submit: async (name: string, more: Record<string, unknown> = {}) => {
      const merchant: SignedInFetch = (await system.signIn('demo-merchant')).fetch;
      return submitShop(merchant, name, more);
    },
    closePages: async () => {
      for (const { close } of opened.splice(0)) await close();
    },
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}

export type StaffDesk = Awaited<ReturnType<typeof startStaffDesk>>;

import type { Page } from 'playwright-core';
import { type GuardedPage, launchBrowser, type PageOptions } from './browser.ts';
import { startSystem } from './system.ts';

export const PHONE: PageOptions = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' };
export const DESK: PageOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };

/** What a browser says of an answer that the page expects and treats: nobody is signed in yet, or any more. */
const EXPECTED = /the server responded with a status of 401/;

/** A system with the sample people, and browsers that begin as a new user's: with no cookie and an empty storage. */
export async function startStory() {
  const system = await startSystem();
  const people = await system.run('people');
  if (people.code !== 0) throw new Error(`the sample people were not written: ${people.stderr}`);
  const browser = await launchBrowser();
  const opened: GuardedPage[] = [];

  const openPage = async (path: string, options: PageOptions = PHONE): Promise<Page> => {
    const guarded = await browser.openPage(system.address, {
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      uploadOrigin: system.uploadOrigin,
      ...options,
    });
    opened.push(guarded);
    await guarded.page.goto(path);
    return guarded.page;
  };

  return {
    ...system,
    openPage,
    /** Opens a page and signs in on it as a visitor does: by choosing a sample person. */
    openAs: async (nickname: string, path: string, options: PageOptions = PHONE): Promise<Page> => {
      const page = await openPage(path, options);
      await choosePerson(page, nickname);
      return page;
    },
    /** What the pages opened until now have asked of others, thrown, or complained of unexpectedly. */
    complaints: (): string[] =>
      opened.flatMap(({ errors, foreignRequests }) => [
        ...foreignRequests.map((url) => `asked ${url}`),
        ...errors.filter((text) => !EXPECTED.test(text)),
      ]),
    closePages: async () => {
      for (const { close } of opened.splice(0)) await close();
    },
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}

export type Story = Awaited<ReturnType<typeof startStory>>;

/** Signs in on the local panel of a page, also where it lies over a page whose session has ended. */
export const choosePerson = async (page: Page, nickname: string): Promise<void> => {
  const people = page.locator('.local-person');
  await people.filter({ hasText: nickname }).click();
  await people.first().waitFor({ state: 'detached' });
};

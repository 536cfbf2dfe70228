import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type GuardedPage, launchBrowser } from './browser.ts';
import { startSystem } from './system.ts';

/** A Friday morning on which most of the seeded places are open. */
export const FRIDAY_10_42 = new Date('2026-11-20T10:42:00+08:00');

const PHONE = { width: 390, height: 844 };

/** What the seeded places do not have: a hostile name, a suspension, services, everything about getting in. */
const MORE_PLACES = `name,category,tier,address,lng,lat,openingHours,services,amenities,entrance,ebikeParking,maxStayMinutes,phone,state,suspensionReason,verifiedAt,verifiedBy,illustrative,source,externalId
"<img src=x onerror=""document.title='owned'"">",care_point,,定西路1号,121.4189,31.2128,Mo-Su 08:00-20:00,,seats,,,,,,,,,no,test,hostile
关着的小站,care_point,,定西路2号,121.4192,31.2126,Mo-Su 08:00-20:00,,seats,,,,,suspended,店内装修,,,no,test,suspended
齐全驿站,nuanxin_nest,grid,武夷路3号,121.4203,31.2141,Mo-Su 08:00-22:00,体检日 | Tu 09:00-11:00 | clinic | booking,drinking_water;microwave(broken: 按钮坏了),二号门进,门口有车位,60,021-5555 0100,,,2026-11-20T07:42:00+08:00,check_in,no,test,complete
`;

/** A system with the seeded places and some more, and a browser to look at it. */
export async function startRiderSystem() {
  const system = await startSystem();
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-rider-'));
  const file = join(folder, 'more.csv');
  await writeFile(file, MORE_PLACES);
  const { code, stdout, stderr } = await system.run(
    'import',
    file,
    '--subdistrict',
    '310105001',
    '--crs',
    'wgs84',
  );
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`the test's own places were refused: ${stdout}${stderr}`);
  const browser = await launchBrowser();
  const opened: GuardedPage[] = [];

  /** Opens the page as on a phone in Chinese, at `now`, and waits for its answer. */
  const openRider = async (
    hash = '',
    { now = FRIDAY_10_42, ...options }: BrowserContextOptions & { now?: Date } = {},
  ): Promise<GuardedPage> => {
    const guarded = await browser.openPage(system.address, {
      viewport: PHONE,
      locale: 'zh-CN',
      serviceWorkers: 'block',
      ...options,
    });
    opened.push(guarded);
    await guarded.page.clock.setFixedTime(now);
    await guarded.page.goto(`/${hash}`);
    await guarded.page.locator('.sheet-top h2').waitFor();
    return guarded;
  };

  return {
    ...system,
    openRider,
    closePages: async () => {
      for (const { close } of opened.splice(0)) await close();
    },
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}

export type RiderSystem = Awaited<ReturnType<typeof startRiderSystem>>;

/** The names of the list, the answer first. */
export const namesOf = (page: Page): Promise<string[]> =>
  page.locator('[data-place] .place-name').allTextContents();

/** Raises the list from its peek to its half. */
export const raiseList = (page: Page): Promise<void> => page.locator('.sheet-handle').click();

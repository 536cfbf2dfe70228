import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A browser for the tests: the one `CHROMIUM_PATH` names, an installed one, or one that Playwright installed. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROMIUM_PATH, PATH = '', PLAYWRIGHT_BROWSERS_PATH } = environment;
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  const installed = COMMANDS.flatMap((name) => PATH.split(':').map((folder) => join(folder, name)));
  return [...installed, ...MAC_APPLICATIONS, ...playwrightBrowsers(PLAYWRIGHT_BROWSERS_PATH)].find((file) =>
    existsSync(file),
  );
}

function playwrightBrowsers(given: string | undefined): string[] {
  const folders = [
    given,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  return folders
    .filter((folder) => folder !== undefined && existsSync(folder))
    .flatMap((folder = '') => readdirSync(folder).map((name) => join(folder, name)))
    .flatMap((folder) => [
      join(folder, 'chrome-linux64/chrome'),
      join(folder, 'chrome-linux/chrome'),
      join(folder, 'chrome-headless-shell-linux64/chrome-headless-shell'),
      join(folder, 'chrome-linux/headless_shell'),
      join(folder, 'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
      join(folder, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
    ]);
}

/** Installs Debian's browser and a font with Chinese letters, where that is possible without asking: as root. */
export function installBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: 'inherit', env: environment } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      options,
    );
  } catch {
    return undefined;
  }
  return findBrowser();
}

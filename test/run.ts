/** `npm test`: finds a browser, builds once, runs every test, and the ones that could tell in a second zone. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../infra/build.ts';
import { inheritedEnvironment, root } from '../infra/local/env.ts';
import { Refusal, runMain } from '../infra/local/refusal.ts';
import { step } from '../infra/local/step.ts';
import { findBrowser, installBrowser } from './support/browser-path.ts';

/** Templates and pages take their zone from the code under test or the browser: one zone tells all. */
const RUNS = [
  { zone: 'UTC', projects: ['unit', 'store', 'api', 'template', 'e2e'] },
  { zone: 'Asia/Shanghai', projects: ['unit', 'store', 'api'] },
];

type Count = { passed: number; failed: number };

async function test(): Promise<number> {
  for (const { zone, projects } of RUNS) console.log(`to run with TZ=${zone}: ${projects.join(', ')}`);
  const browser = findBrowser() ?? installBrowser();
  if (browser === undefined) {
    throw new Refusal(
      'No browser found: install Chromium or Chrome (npx playwright-core install chromium), or set CHROMIUM_PATH.',
    );
  }
  console.log(`browser: ${browser}`);
  await step('build', buildAll);
  const total: Count = { passed: 0, failed: 0 };
  for (const { zone, projects } of RUNS) {
    console.log(`\nTZ=${zone}: ${projects.join(', ')}`);
    const { passed, failed } = await runVitest(zone, projects, browser);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function runVitest(zone: string, projects: string[], browser: string): Promise<Count> {
  const report = join(root, 'test-results', `${zone.replace('/', '-')}.json`);
  rmSync(report, { force: true });
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...inheritedEnvironment(), TZ: zone, NUANXIN_BUILT: '1', CHROMIUM_PATH: browser },
      },
    );
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = readReport(report);
  // A file that does not load, or an error between tests, is a failure though no test bears its name.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1, numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed, failed };
}

function readReport(
  file: string,
): Record<'numPassedTests' | 'numFailedTests' | 'numFailedTestSuites', number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 0 };
  }
}

await runMain(test);

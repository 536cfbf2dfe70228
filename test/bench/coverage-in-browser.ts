import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { siteConfig } from '../../vite.config.ts';
import { launchBrowser } from '../support/browser.ts';
import { startStaticSite } from '../support/static-site.ts';
import type {} from './coverage-page/page.ts';
import type { Stage } from './coverage-sections.ts';

const site = siteConfig('desk');

/** Builds a page that holds nothing but a worker with the steps, as the site is built, and has it in a browser. */
export const withBrowserStage = async <Answer>(work: (stage: Stage) => Promise<Answer>): Promise<Answer> => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-coverage-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'coverage-page'),
    logLevel: 'warn',
    build: { ...site.build, outDir: folder, emptyOutDir: true, rolldownOptions: {} },
  });
  const [served, browser] = await Promise.all([startStaticSite(folder), launchBrowser()]);
  try {
    const { page } = await browser.openPage(served.origin);
    const devtools = await page.context().newCDPSession(page);
    const wholeBrowser = await browser.browser.newBrowserCDPSession();
    const worker = await workerOf(devtools, () => page.goto('/'));
    return await work({
      name: "in the browser's worker",
      run: async (step, times) => {
        const before = await processorSeconds(wholeBrowser);
        const ran = await runStep(page, step, times);
        const seconds = (await processorSeconds(wholeBrowser)) - before;
        return { ...ran, processor: [(seconds * 1000) / times] };
      },
      heldMegabytes: async () => {
        await worker.send('HeapProfiler.collectGarbage');
        const { usedSize, backingStorageSize } = await worker.send('Runtime.getHeapUsage');
        return ((usedSize ?? Number.NaN) + (backingStorageSize ?? Number.NaN)) / 1e6;
      },
    });
  } finally {
    await browser.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const runStep = (page: Page, step: Parameters<Stage['run']>[0], times: number) =>
  page.evaluate(([name, count]) => window.runStep(name, count), [step, times] as const);

/** Processor time of the page's process so far: of its worker, its collector of garbage and its compiler. */
const processorSeconds = async (wholeBrowser: CDPSession): Promise<number> => {
  const { processInfo } = await wholeBrowser.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? cpuTime : 0), 0);
};

type WorkerSession = { send: (method: string) => Promise<Record<string, number>> };

/** Speaks to the worker that a page starts; its messages travel inside those of the page. */
const workerOf = async (devtools: CDPSession, open: () => Promise<unknown>): Promise<WorkerSession> => {
  const attached = new Promise<string>((resolve) => {
    devtools.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId));
  });
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await open();
  const sessionId = await attached;
  let lastId = 0;
  return {
    send: (method) => {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        const hear = ({ message }: { message: string }): void => {
          const answer = JSON.parse(message);
          if (answer.id !== id) return;
          devtools.off('Target.receivedMessageFromTarget', hear);
          if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
          else resolve(answer.result);
        };
        devtools.on('Target.receivedMessageFromTarget', hear);
        void devtools.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      });
    },
  };
};

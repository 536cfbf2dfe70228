import { defineConfig } from 'vitest/config';

const engine = 'test/support/shared-engine.ts';
const bundles = 'test/support/built-bundles.ts';

const patterns = {
  store: ['test/functions/**/*.test.ts'],
  api: ['test/api/**/*.test.ts', 'test/infra/{local,bundle}/**/*.test.ts'],
  template: ['test/infra/*.test.ts'],
  e2e: ['test/e2e/**/*.test.ts'],
};

/** One project per kind of test; each can be run alone, `npx vitest run --project store`. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      // What is no other kind is a unit test, so that no file is left out.
      project('unit', ['test/**/*.test.{ts,tsx}'], { exclude: Object.values(patterns).flat() }),
      // Files that import stores get a table of their own before they are loaded.
      project('store', patterns.store, { globalSetup: [engine], setupFiles: ['test/support/own-table.ts'] }),
      project('api', patterns.api, { globalSetup: [engine, bundles] }),
      project('template', patterns.template),
      project('e2e', patterns.e2e, {
        globalSetup: [engine, bundles],
        // A browser wants both cores for itself.
        fileParallelism: false,
        sequence: { groupOrder: 1 },
        testTimeout: 60_000,
        expect: { poll: { timeout: 10_000 } },
        hookTimeout: 60_000,
      }),
    ],
  },
});

function project(name: string, include: string[], more: object = {}) {
  return { extends: true as const, test: { name, include, ...more } };
}

import { defineConfig } from 'vitest/config';

/** Files that talk to the engine get a table of their own before they are loaded. */
const ownTable = { setupFiles: ['test/support/own-table.ts'] };

/** One project per kind of test; each can be run alone, `npx vitest run --project store`. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    globalSetup: ['test/support/shared-engine.ts'],
    projects: [
      project('unit', [
        'test/shared/**/*.test.ts',
        'test/web-map/**/*.test.{ts,tsx}',
        'test/bench/**/*.test.ts',
      ]),
      project('store', ['test/functions/**/*.test.ts'], ownTable),
      project(
        'api',
        ['test/api/**/*.test.ts', 'test/infra/local/**/*.test.ts', 'test/infra/bundle/**/*.test.ts'],
        {
          globalSetup: ['test/support/built-bundles.ts'],
        },
      ),
      project('template', ['test/infra/*.test.ts']),
      project('e2e', ['test/e2e/**/*.test.ts'], {
        globalSetup: ['test/support/built-bundles.ts'],
        // A browser wants both cores for itself.
        fileParallelism: false,
        sequence: { groupOrder: 1 },
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});

function project(name: string, include: string[], more: object = {}) {
  return { extends: true as const, test: { name, include, ...more } };
}

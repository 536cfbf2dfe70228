import type { Guards } from '../runtime/guards.ts';

/** What stands between a request and its operation, on the table. */
export const guards: Guards = {
  recognise: async () => undefined,
  count: async () => {},
  once: async (_call, run) => run(),
};

import type { Context } from '../shared/api/route.ts';
import type { TableIndex } from '../shared/table.ts';

/** What a context gets from Lambda, and what it may reach. */
export type ContextResources = {
  /** CPU grows with memory: 1,769 MB are one whole core. */
  memoryMegabytes: number;
  /** Below the 29 s after which the HTTP API gives up, so that the function's own error is the one seen. */
  timeoutSeconds: number;
  /** The indexes it queries beside the table; `undefined`: it never touches the table. */
  indexes: readonly TableIndex[] | undefined;
  /** Whether it changes anything in the table, and lists what stands beside an item in its partition. */
  writes: boolean;
};

/** Every context must say what it needs; a new one does not compile until it does. */
export const contextResources: Record<Context, ContextResources> = {
  /** Parses tiles and gzips answers: CPU is what shortens them. */
  map: { memoryMegabytes: 1024, timeoutSeconds: 15, indexes: ['tile', 'subdistrict'], writes: false },
  /** Hands out files it holds in memory. */
  site: { memoryMegabytes: 512, timeoutSeconds: 10, indexes: undefined, writes: false },
  sessions: {
    memoryMegabytes: 512,
    timeoutSeconds: 15,
    indexes: ['tile', 'subdistrict', 'person'],
    writes: true,
  },
  wechat: {
    memoryMegabytes: 512,
    timeoutSeconds: 15,
    indexes: ['tile', 'subdistrict', 'person'],
    writes: true,
  },
  photos: {
    memoryMegabytes: 1769,
    timeoutSeconds: 25,
    indexes: ['tile', 'subdistrict', 'person'],
    writes: true,
  },
  registrations: {
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    indexes: ['tile', 'subdistrict', 'person'],
    writes: true,
  },
  places: {
    memoryMegabytes: 1024,
    timeoutSeconds: 25,
    indexes: ['tile', 'subdistrict', 'person'],
    writes: true,
  },
};

import type { Context } from '../shared/api/route.ts';
import type { TableIndex } from '../shared/table.ts';
import type { Job } from './bundle/jobs.ts';

/** Everything that becomes a Lambda function: what answers HTTP, and what is told events. */
export type LambdaName = Context | Job;

export type TableAction =
  | 'BatchGetItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem';

export type PictureAction = 'DeleteObject' | 'GetObject' | 'PutObject';

/** What a function gets from Lambda, and what it may reach. */
export type LambdaResources = {
  /** CPU grows with memory: 1,769 MB are one whole core. */
  memoryMegabytes: number;
  /** Of a context below the 29 s after which the HTTP API gives up, so that the function's own error is the one seen. */
  timeoutSeconds: number;
  /** What it does to items of the table; `undefined`: it never touches the table. */
  table?: readonly TableAction[];
  /** The indexes it queries beside the table. */
  indexes?: readonly TableIndex[];
  /** What it does to pictures. */
  pictures?: readonly PictureAction[];
  /** Whether it reads street networks, which an operator's command writes. */
  readsNetworks?: true;
  /** Whether it reads the secret values: it knows sessions, encrypts, or speaks to WeChat. */
  readsSecrets?: true;
};

/** Items by key, and nothing that stands beside them: no Query, which would list who changed a place and why. */
const READING = ['BatchGetItem', 'GetItem'] as const;

/** What the guards in front of every operation do: sessions, rate windows, idempotency keys. */
const GUARDED = ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'] as const;

/** Transactions, whose conditions may be on what they do not write. */
const CHANGING = [...GUARDED, 'ConditionCheckItem'] as const;

/** Every function must say what it needs; a new one does not compile until it does. */
export const contextResources: Record<LambdaName, LambdaResources> = {
  /** Parses tiles and gzips answers: CPU is what shortens them. */
  map: { memoryMegabytes: 1024, timeoutSeconds: 15, table: READING, indexes: ['tile', 'subdistrict'] },
  /** Hands out files it holds in memory. */
  site: { memoryMegabytes: 512, timeoutSeconds: 10 },
  /** Deletes an account with its pictures, and reads what stands beside a person in their partition to do so. */
  sessions: {
    memoryMegabytes: 512,
    timeoutSeconds: 15,
    table: [...CHANGING, 'Query'],
    indexes: ['subdistrict', 'person'],
    pictures: ['DeleteObject'],
    readsSecrets: true,
  },
  /** Does the same where somebody withdraws in WeChat. */
  wechat: {
    memoryMegabytes: 512,
    timeoutSeconds: 15,
    table: [...CHANGING, 'Query'],
    indexes: ['subdistrict', 'person'],
    pictures: ['DeleteObject'],
    readsSecrets: true,
  },
  /** Decodes and encodes pictures: a whole core, and memory for what a camera makes. */
  photos: {
    memoryMegabytes: 1769,
    timeoutSeconds: 25,
    table: CHANGING,
    indexes: ['person'],
    pictures: ['DeleteObject', 'GetObject', 'PutObject'],
    readsSecrets: true,
  },
  registrations: {
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    table: CHANGING,
    indexes: ['tile', 'subdistrict', 'person'],
    readsSecrets: true,
  },
  /** Shows the history of a place, which is a partition of the table. */
  places: {
    memoryMegabytes: 1024,
    timeoutSeconds: 25,
    table: [...CHANGING, 'Query'],
    indexes: ['tile', 'subdistrict', 'person'],
    readsSecrets: true,
  },
  /** Reckons distance fields, and reads the street network from the bucket: a whole core, and memory for rasters. */
  planning: {
    memoryMegabytes: 1769,
    timeoutSeconds: 25,
    table: GUARDED,
    indexes: ['tile', 'subdistrict', 'person'],
    readsNetworks: true,
    readsSecrets: true,
  },
  notifier: {
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    table: ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
    readsSecrets: true,
  },
  /** Forgets pictures that nobody uses, unless an open registration of their owner holds them. */
  clock: {
    memoryMegabytes: 512,
    timeoutSeconds: 300,
    table: CHANGING,
    indexes: ['subdistrict', 'person'],
    pictures: ['DeleteObject'],
    readsSecrets: true,
  },
};

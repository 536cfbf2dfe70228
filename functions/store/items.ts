import type { Item } from './find-items.ts';

/** Raised when the shape of an item changes; a reader upgrades an older one. */
export const SCHEMA_VERSION = { schemaVersion: { N: '1' } };

/** Texts as attributes; what is undefined is left out. */
export const strings = (values: Record<string, string | undefined>): Item =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { S: value }]])),
  );

/** The attribute after which the table forgets an item, in seconds; a reader checks it, since deletion lags. */
export const expiresAt = (moment: Date): Item => ({
  expiresAt: { N: `${Math.ceil(moment.getTime() / 1000)}` },
});

/** Whether an item is past its `expiresAt`, though it may still be there. */
export const isExpired = (item: Item, now: Date): boolean =>
  item.expiresAt?.N !== undefined && Number(item.expiresAt.N) * 1000 <= now.getTime();

/**
 * The one DynamoDB table: key and index names, and what each index projects.
 * Read by the stack, the local engine and the stores, so that no two of them can differ.
 */
export const table = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLive: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
  /** The partition of the subdistrict index that holds what waits to be sent on: the notifier's part of the stream. */
  pendingOutbox: 'OUTBOX#pending',
  indexes: {
    /** The places of a map tile: `TILE#14/x/y`, then the place's id. Carries only `summary`. */
    tile: { name: 'GSI1', partitionKey: 'GSI1PK', sortKey: 'GSI1SK', projection: ['summary'] },
    /** Everything of one noun and state in a subdistrict: `SUB#code#noun#state`, then that queue's own time. */
    subdistrict: { name: 'GSI2', partitionKey: 'GSI2PK', sortKey: 'GSI2SK', projection: 'ALL' },
    /** What one person filed, holds, did or was told: `PERSON#id#noun`, then its time. */
    person: { name: 'GSI3', partitionKey: 'GSI3PK', sortKey: 'GSI3SK', projection: 'ALL' },
  },
} as const;

export type TableIndex = keyof typeof table.indexes;

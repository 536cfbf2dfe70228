/**
 * What runs without being asked over HTTP: `notifier` is told what the table writes into its outbox, `clock` that time
 * has passed. One folder of `functions/` and one bundle each, like the contexts.
 */
export const jobs = ['notifier', 'clock'] as const;
export type Job = (typeof jobs)[number];

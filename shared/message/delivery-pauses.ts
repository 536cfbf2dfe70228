const MINUTE_MS = 60_000;

/** The pause after each failed try to send a message, in minutes; after the last one it is parked. */
const PAUSES = [1, 5, 20, 60, 360];

/** How often it is tried to send a message before it is parked. */
export const MOST_ATTEMPTS = PAUSES.length + 1;

/** When a message whose try number `attempt` (from 1) begins now is due again, should that try fail. */
export const nextTryAt = (attempt: number, now: Date): Date =>
  new Date(now.getTime() + (PAUSES[attempt - 1] ?? PAUSES.at(-1) ?? 0) * MINUTE_MS);

/** Logs an unexpected error as one JSON line: what broke and where, never what a person sent. */
export const logError = (error: unknown, route: string, requestId: string): void => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(JSON.stringify({ level: 'error', route, requestId, name, message, stack }));
};

/** Logs what an operator has to put right, as one JSON line that an alarm looks for: `alarm` is true. */
export const logAlarm = (source: string, facts: Record<string, unknown>): void => {
  console.error(JSON.stringify({ level: 'error', alarm: true, source, ...facts }));
};

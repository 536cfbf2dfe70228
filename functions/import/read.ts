/** What was read: a value, or the reason why there is none. */
export type Read<Value> = { value: Value } | { reason: string };

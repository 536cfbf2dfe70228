import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A new id (a ULID). Those of one process sort in the order in which they were made. */
export const newId = (): string => next();

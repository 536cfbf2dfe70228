import { DomainError } from '../../shared/api/problem.ts';

/** Items stay below this many bytes, so that a read costs little and a history entry holds two of them. */
const MOST_BYTES = 40_000;

/**
 * A thing as the text that its item keeps. `name` is what people call it.
 * @throws DomainError `invalid_request` when it is too large to store.
 */
export const storedText = (thing: unknown, name: string): string => {
  const text = JSON.stringify(thing);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new DomainError('invalid_request', `${name} takes ${bytes} bytes, more than ${MOST_BYTES}`);
  return text;
};

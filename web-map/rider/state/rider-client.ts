import { createClient } from '../../../shared/api/client.ts';

/** The API client of the page; every call ends after `TIMEOUT` so that a dead network shows itself. */
export const client = createClient((url, { signal, ...options }) => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), TIMEOUT);
  signal?.addEventListener('abort', () => ending.abort());
  return fetch(url, { ...options, signal: ending.signal }).finally(() => clearTimeout(timer));
});

const TIMEOUT = 15_000;

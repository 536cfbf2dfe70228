import type { Fetch } from '../shared/api/client.ts';

const TIMEOUT = 15_000;

/** `fetch` that gives up after `TIMEOUT`, so that a dead network shows itself. */
export const patientFetch = ((url, { signal, ...options }) => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), TIMEOUT);
  signal?.addEventListener('abort', () => ending.abort());
  return fetch(url, { ...options, signal: ending.signal }).finally(() => clearTimeout(timer));
}) satisfies Fetch;

import { signal } from '@preact/signals';
import { createClient } from '../../shared/api/client.ts';
import type { Me } from '../../shared/person/person.ts';

/** Who is signed in: `unknown` until the page has asked. */
export const me = signal<Me | 'unknown' | 'nobody'>('unknown');

/**
 * The API client of pages that need somebody signed in. A call that answers 401 opens the sign-in over the page, which
 * keeps what was typed, and is made again once somebody is signed in.
 */
export const call = createClient((url, options) => fetch(url, { ...options, credentials: 'same-origin' }));

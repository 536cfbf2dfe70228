import { signal } from '@preact/signals';
import { ApiError, type Client, createClient } from '../../shared/api/client.ts';
import type { Me } from '../../shared/person/person.ts';
import { patientFetch } from '../patient-fetch.ts';
import { forgetDrafts } from './kept-drafts.ts';

/** Who is signed in: `unknown` until the page has asked, `nobody` where it must ask for a sign-in. */
export const me = signal<Me | 'unknown' | 'nobody'>('unknown');

/** Whether a sign-in lies over a page whose session ended while somebody was at work. */
export const isAskedAgain = signal(false);

const client = createClient(patientFetch);

/** Calls that wait for somebody to sign in again. */
const waiting: { goOn: () => void; giveUp: () => void }[] = [];

/**
 * The API client of pages that need somebody signed in. A call that answers 401 opens the sign-in over the page, which
 * keeps what was typed, and is made again once somebody is signed in.
 */
export const call: Client = async (id, ...argument) => {
  try {
    return await client(id, ...argument);
  } catch (error) {
    if (!isSignedOut(error) || typeof me.value === 'string') throw error;
    isAskedAgain.value = true;
    await new Promise<void>((goOn, giveUp) => waiting.push({ goOn, giveUp: () => giveUp(error) }));
    return client(id, ...argument);
  }
};

/** Asks once who is signed in. Rejects when nothing answers. */
export const findMe = async (): Promise<void> => {
  try {
    me.value = await client('getMe');
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    me.value = 'nobody';
  }
};

/** Somebody has signed in: what waited goes on. Another person's half-done calls do not. */
export const signedIn = (person: Me): void => {
  const before = me.value;
  if (typeof before !== 'string' && before.id !== person.id) {
    location.reload();
    return;
  }
  me.value = person;
  isAskedAgain.value = false;
  for (const { goOn } of waiting.splice(0)) goOn();
};

/** Nobody signs in now: what waited fails as it would have, and what was typed stays on the page. */
export const stayOut = (): void => {
  isAskedAgain.value = false;
  for (const { giveUp } of waiting.splice(0)) giveUp();
};

/** Ends the session here and on the server. */
export const signOut = async (): Promise<void> => {
  await client('endSession').catch((error) => {
    if (!isSignedOut(error)) throw error;
  });
  leaveDevice();
};

/** Nobody is signed in here any more, and nothing of theirs stays in the browser. */
export const leaveDevice = (): void => {
  const person = me.value;
  me.value = 'nobody';
  if (typeof person !== 'string') forgetDrafts(person.id);
};

/** The client for what happens before anybody is signed in. */
export const anonymousCall = client;

const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

import { signal } from '@preact/signals';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { language } from '../../page-language.ts';
import { call } from '../../session/session-store.ts';
import { errorSentence } from './error-sentence.ts';
import { createLoader } from './loaded.ts';

/** The places of whoever is signed in. */
export const places = createLoader(async () => (await call('listMyPlaces')).places);

/** What they have filed, newest first. */
export const registrations = createLoader(async () => (await call('listMyRegistrations')).registrations);

/** A short message that goes by itself. */
export const toast = signal('');

/** Says something for a moment. */
export const say = (sentence: string): void => {
  toast.value = sentence;
};

/** Says for a moment what went wrong. */
export const sayError = (error: unknown): void => say(errorSentence(error, language.peek()));

/** Puts a place as the server has just answered it into the list. */
export const keepPlace = (place: PlaceRecord): void => {
  const known = places.state.peek().value;
  if (known) places.set(known.map((other) => (other.id === place.id ? place : other)));
};

/** Puts a registration as the server has just answered it into the list. */
export const keepRegistration = (registration: OwnRegistration): void => {
  const known = registrations.state.peek().value ?? [];
  const others = known.filter(({ id }) => id !== registration.id);
  registrations.set(
    [...others, registration].sort((left, right) => (left.createdAt < right.createdAt ? 1 : -1)),
  );
};

/** Forgets and loads again what belongs to one person. */
export const loadAll = (): Promise<unknown> => Promise.all([places.load(), registrations.load()]);

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { MESSAGES } from '../i18n/messages.ts';
import type { RiderStore } from './state/rider-store.ts';

/** Holds the page's store for every component below. */
export const StoreContext = createContext<RiderStore | undefined>(undefined);

/** The page's store. */
export function useStore(): RiderStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('a component stands outside the page');
  return store;
}

/** The sentences of the language that is spoken, and the language. */
export function useWords() {
  const language = useStore().language.value;
  return { words: MESSAGES[language], language };
}

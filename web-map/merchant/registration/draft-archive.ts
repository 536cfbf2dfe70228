import { draftKey } from '../../session/kept-drafts.ts';
import type { AnswerName, Answers } from './answers.ts';

/** A change that the server has not confirmed: the answer, what the server had before, and when it was typed. */
export type Pending = { value: Answers[AnswerName]; base: unknown; at: number };
export type PendingAnswers = Partial<Record<AnswerName, Pending>>;

/** Where unconfirmed answers survive a reload, a lost network and signing in again. */
export type DraftArchive = { read(): PendingAnswers; write(pending: PendingAnswers): void };

/** In the browser's storage, one entry per person and registration; nothing stays once all is confirmed. */
export const localDraftArchive = (personId: string, registrationId: string): DraftArchive => {
  const key = draftKey(personId, registrationId);
  return {
    read() {
      try {
        const saved: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
        return typeof saved === 'object' && saved !== null ? (saved as PendingAnswers) : {};
      } catch {
        return {};
      }
    },
    write(pending) {
      try {
        if (Object.keys(pending).length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(pending));
      } catch {
        // A browser that keeps nothing still has the page and the server.
        return;
      }
    },
  };
};

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { ApiError, type Client } from '../../../shared/api/client.ts';
import type { DraftPatch } from '../../../shared/registration/application.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { type AnswerFault, type AnswerName, type Answers, faultOf, sentAs } from './answers.ts';
import type { DraftArchive, Pending, PendingAnswers } from './draft-archive.ts';

/** How the draft stands: `held` where an answer waits until it is right. */
export type Saving = 'saved' | 'saving' | 'offline' | 'held' | 'failed';

export type DraftStore = {
  registration: Signal<OwnRegistration>;
  /** What the form shows: what the server has, with what was typed since. */
  answers: ReadonlySignal<Answers>;
  saving: ReadonlySignal<Saving>;
  error: Signal<unknown>;
  /** Fields that somebody changed elsewhere later than here, so that theirs stands; to be told. */
  overtaken: Signal<readonly AnswerName[]>;
  /** Fields that the server has refused, until they are changed. */
  refused: Signal<readonly AnswerName[]>;
  /** What keeps an answer from being saved. */
  faultOf(name: AnswerName): AnswerFault | undefined;
  set<Name extends AnswerName>(name: Name, value: Answers[Name] | undefined): void;
  /** Saves what can be saved now; answers whether nothing is left. */
  flush(): Promise<boolean>;
  /** Reads again what was saved elsewhere; what is unsaved here stays where it is the newer. */
  reread(): Promise<void>;
  /** Stops timers; what is unconfirmed stays archived. */
  close(): void;
};

const DEBOUNCE = 800;
const RETRY = 10_000;

/**
 * A registration that is saved as one types. Every change is archived at once and sent a moment later; offline it is
 * sent when the network is back. When the draft was changed elsewhere meanwhile, the newer of both wins field by field.
 */
export const createDraftStore = (
  first: OwnRegistration,
  { call, archive, now }: { call: Client; archive: DraftArchive; now: () => number },
): DraftStore => {
  const registration = signal(first);
  const pending = signal<PendingAnswers>(archive.read());
  /** The server answers them masked, so what was typed stays only here. */
  const contact = signal<Answers>({});
  const isSending = signal(false);
  const isOffline = signal(false);
  const error = signal<unknown>(undefined);
  const overtaken = signal<readonly AnswerName[]>([]);
  const refused = signal<readonly AnswerName[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;

  const answers = computed<Answers>(() => ({
    ...registration.value.application,
    ...contact.value,
    ...Object.fromEntries(entriesOf(pending.value).map(([name, { value }]) => [name, value])),
  }));
  const sendable = () =>
    entriesOf(pending.peek()).filter(
      ([name]) => !faultOf(name, answers.peek()) && !refused.peek().includes(name),
    );
  const saving = computed<Saving>(() => {
    if (isSending.value) return 'saving';
    const left = entriesOf(pending.value);
    if (left.length === 0) return 'saved';
    if (isOffline.value) return 'offline';
    if (error.value) return 'failed';
    return left.every(([name]) => faultOf(name, answers.value) || refused.value.includes(name))
      ? 'held'
      : 'saving';
  });
  const keep = (next: PendingAnswers) => {
    pending.value = next;
    archive.write(next);
  };
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  /** Takes out what was sent and has not been changed since. */
  const confirm = (sent: [AnswerName, Pending][], saved: OwnRegistration) =>
    batch(() => {
      const left = { ...pending.peek() };
      for (const [name, { value }] of sent) {
        if (name === 'contactName' || name === 'contactPhone')
          contact.value = { ...contact.peek(), [name]: value };
        if (left[name]?.value === value) delete left[name];
      }
      registration.value = saved;
      keep(left);
    });

  /** Somebody saved in between: what they changed later than we did stands, the rest is ours. */
  const reconcile = async () => {
    const theirs = await call('getRegistration', { params: { id: first.id } });
    const changedAt = Date.parse(theirs.updatedAt);
    const lost = entriesOf(pending.peek()).filter(
      ([name, { base, at }]) => !isSame(readAnswer(theirs, name), base) && changedAt > at,
    );
    batch(() => {
      const left = { ...pending.peek() };
      for (const [name] of lost) delete left[name];
      keep(left);
      registration.value = theirs;
      if (lost.length > 0) overtaken.value = lost.map(([name]) => name);
    });
  };

  const send = async (): Promise<boolean> => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const sent = sendable();
      if (sent.length === 0) return Object.keys(pending.peek()).length === 0;
      const body = Object.fromEntries(
        sent.map(([name]) => [name, sentAs(name, answers.peek())]),
      ) as DraftPatch;
      try {
        const { version } = registration.peek();
        confirm(sent, await call('saveDraft', { params: { id: first.id }, body, ifMatch: version }));
        error.value = undefined;
      } catch (problem) {
        const code = problem instanceof ApiError ? problem.problem?.code : undefined;
        if (code === 'precondition_failed') await reconcile();
        else if (code === 'invalid_request' && refuse(problem as ApiError, sent)) continue;
        else throw problem;
      }
    }
    return false;
  };
  /** Holds back the fields that the server named, so that the others can be saved. */
  const refuse = (problem: ApiError, sent: [AnswerName, Pending][]): boolean => {
    const named = problem.problem?.fields?.map(({ field }) => field.split(/[.[]/)[0]) ?? [];
    const wrong = sent.map(([name]) => name).filter((name) => named.includes(name));
    refused.value = [...new Set([...refused.peek(), ...wrong])];
    return wrong.length > 0;
  };

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    if (running) {
      await running;
      return flush();
    }
    isSending.value = true;
    running = send()
      .catch((problem: unknown) => {
        isOffline.value = !(problem instanceof ApiError);
        error.value = problem;
        later(RETRY);
        return false;
      })
      .finally(() => {
        isSending.value = false;
        running = undefined;
      });
    const isDone = await running;
    if (!error.peek()) isOffline.value = false;
    return isDone;
  };
  const hurry = () => {
    if (Object.keys(pending.peek()).length > 0) void flush();
  };
  globalThis.addEventListener?.('online', hurry);
  globalThis.addEventListener?.('pagehide', hurry);
  if (Object.keys(pending.peek()).length > 0) later(0);

  return {
    registration,
    answers,
    saving,
    error,
    overtaken,
    refused,
    faultOf: (name) => faultOf(name, answers.value),
    set(name, value) {
      if (isContact(name) && !value) {
        // An emptied contact field means the one that is saved, which nobody can see.
        const { [name]: _, ...rest } = contact.peek();
        const { [name]: __, ...left } = pending.peek();
        contact.value = rest;
        return keep(left);
      }
      refused.value = refused.peek().filter((other) => other !== name);
      const before = pending.peek()[name];
      const base = before ? before.base : readAnswer(registration.peek(), name);
      keep({ ...pending.peek(), [name]: { value, base, at: now() } });
      later(DEBOUNCE);
    },
    flush,
    reread: reconcile,
    close() {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', hurry);
      globalThis.removeEventListener?.('pagehide', hurry);
    },
  };
};

const isContact = (name: AnswerName): name is 'contactName' | 'contactPhone' =>
  name === 'contactName' || name === 'contactPhone';

const entriesOf = (pending: PendingAnswers): [AnswerName, Pending][] =>
  Object.entries(pending) as [AnswerName, Pending][];

const readAnswer = ({ application }: OwnRegistration, name: AnswerName): unknown =>
  (application as Record<string, unknown>)[name];

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

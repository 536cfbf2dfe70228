import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type Client } from '../../../shared/api/client.ts';
import type { ErrorCode } from '../../../shared/api/problem.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import type { DraftArchive, PendingAnswers } from '../../../web-map/merchant/registration/draft-archive.ts';
import { createDraftStore } from '../../../web-map/merchant/registration/draft-store.ts';

const ID = '01JD0000000000000000000000';

const registration = (change: Partial<OwnRegistration> = {}): OwnRegistration => ({
  id: ID,
  kind: 'new',
  state: 'draft',
  application: {},
  illustrative: false,
  contact: {},
  photos: [],
  missing: ['name'],
  actions: ['edit', 'submit', 'withdraw'],
  createdAt: '2026-11-20T02:00:00.000Z',
  updatedAt: '2026-11-20T02:00:00.000Z',
  version: 1,
  ...change,
});

const refusal = (code: ErrorCode, status: number, fields: string[] = []) =>
  new ApiError(status, {
    type: 'about:blank',
    code,
    status,
    title: { zh: code, en: code },
    fields: fields.map((field) => ({ in: 'body', field, message: 'wrong' })),
  });

const memoryArchive = (saved: PendingAnswers = {}): DraftArchive & { saved: PendingAnswers } => {
  const archive = {
    saved,
    read: () => archive.saved,
    write: (pending: PendingAnswers) => {
      archive.saved = JSON.parse(JSON.stringify(pending));
    },
  };
  return archive;
};

/** A server that keeps one draft and refuses older versions; `next` makes the next save fail. */
const createServer = (stored = registration()) => {
  const server = {
    stored,
    saves: [] as Record<string, unknown>[],
    next: [] as (Error | undefined)[],
    call: (async (id: string, request: { body?: Record<string, unknown>; ifMatch?: number }) => {
      if (id === 'getRegistration') return server.stored;
      const failure = server.next.shift();
      if (failure) throw failure;
      if (request.ifMatch !== server.stored.version) throw refusal('precondition_failed', 412);
      server.saves.push(request.body ?? {});
      const { contactPhone: _, ...fields } = request.body ?? {};
      server.stored = {
        ...server.stored,
        application: { ...server.stored.application, ...fields },
        version: server.stored.version + 1,
      };
      return server.stored;
    }) as unknown as Client,
  };
  return server;
};

const open = (server: ReturnType<typeof createServer>, archive = memoryArchive(), first = server.stored) => {
  const store = createDraftStore(first, { call: server.call, archive, now: () => Date.now() });
  return { store, archive };
};

describe('a draft that is saved as one types', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-20T03:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends what has changed a moment after the last letter, once', async () => {
    const server = createServer();
    const { store } = open(server);
    store.set('name', '鼎');
    store.set('name', '鼎福记');
    expect(store.saving.value).toBe('saving');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saves).toEqual([{ name: '鼎福记' }]);
    expect(store.saving.value).toBe('saved');
    store.close();
  });

  it('holds back what is not right yet and saves the rest', async () => {
    const server = createServer();
    const { store } = open(server);
    store.set('contactPhone', '138');
    store.set('name', '鼎福记');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saves).toEqual([{ name: '鼎福记' }]);
    expect(store.saving.value).toBe('held');
    store.set('contactPhone', '+86 138-1234-5678');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saves[1]).toEqual({ contactPhone: '13812345678' });
    expect(store.answers.value.contactPhone).toBe('+86 138-1234-5678');
    store.close();
  });

  it('survives a lost network and a reload: archived, said to be offline, sent later', async () => {
    const server = createServer();
    server.next = [new TypeError('no network')];
    const { store, archive } = open(server);
    store.set('address', '定西路 1016 号');
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.saving.value).toBe('offline');
    store.close();
    const { store: again } = open(server, memoryArchive(archive.saved));
    expect(again.answers.value.address).toBe('定西路 1016 号');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.stored.application.address).toBe('定西路 1016 号');
    expect(again.saving.value).toBe('saved');
    again.close();
  });

  it('lets the newer of two changes of a field win, keeps the other fields, and tells', async () => {
    const server = createServer(registration({ application: { name: '旧名', address: '旧址' } }));
    const { store } = open(server);
    store.set('name', '这里的名');
    store.set('address', '这里的址');
    server.stored = registration({
      application: { name: '别处的名', address: '旧址' },
      version: 5,
      updatedAt: '2026-11-20T03:00:00.500Z',
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.stored.application).toEqual({ name: '别处的名', address: '这里的址' });
    expect(store.answers.value.name).toBe('别处的名');
    expect(store.overtaken.value).toEqual(['name']);
    store.close();
  });

  it('lets its own change win where the other one is older', async () => {
    const server = createServer(registration({ application: { name: '旧名' } }));
    const { store } = open(server);
    server.stored = registration({ application: { name: '别处的名' }, version: 5 });
    store.set('name', '这里的名');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.stored.application.name).toBe('这里的名');
    expect(store.overtaken.value).toEqual([]);
    store.close();
  });

  it('leaves a field that the server refuses to be changed, and saves the others', async () => {
    const server = createServer();
    server.next = [refusal('invalid_request', 400, ['pledge'])];
    const { store } = open(server);
    store.set('pledge', '\u0007');
    store.set('name', '鼎福记');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saves).toEqual([{ name: '鼎福记' }]);
    expect(store.refused.value).toEqual(['pledge']);
    expect(store.saving.value).toBe('held');
    store.close();
  });
});

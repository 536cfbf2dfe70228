// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../../shared/person/person.ts';
import {
  localDraftArchive,
  type PendingAnswers,
} from '../../../web-map/merchant/registration/draft-archive.ts';
import { leaveDevice, me, signOut } from '../../../web-map/session/session-store.ts';

const typed = (name: string): PendingAnswers => ({ name: { value: name, base: undefined, at: 1 } });
const signIn = (id: string) => {
  me.value = { id, memberCode: 'ABCD2345', grants: [] } as unknown as Me;
};

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('what somebody typed and did not send', () => {
  it('is never seen by another person on the same device', () => {
    localDraftArchive('person-1', 'registration').write(typed('宜德饭堂'));
    expect(localDraftArchive('person-1', 'registration').read()).toEqual(typed('宜德饭堂'));
    expect(localDraftArchive('person-2', 'registration').read()).toEqual({});
  });

  it('is removed where they sign out, and nothing of anybody else or of the page', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ endedAt: '2026-11-20T00:00:00.000Z' }));
    for (const person of ['person-1', 'person-2'])
      for (const id of ['first', 'second']) localDraftArchive(person, id).write(typed(person));
    localStorage.setItem('nuanxin.preferences', '{}');
    signIn('person-1');
    await signOut();
    expect(me.value).toBe('nobody');
    expect(Object.keys(localStorage).sort()).toEqual([
      'nuanxin.draft.person-2.first',
      'nuanxin.draft.person-2.second',
      'nuanxin.preferences',
    ]);
  });

  it('is removed where they delete their account, and stays where their session ends by itself', () => {
    localDraftArchive('person-1', 'first').write(typed('宜德饭堂'));
    signIn('person-1');
    me.value = 'nobody';
    expect(localStorage).toHaveLength(1);
    signIn('person-1');
    leaveDevice();
    expect(localStorage).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../shared/registration/registration.ts';
import { reviewActions, undoUntil } from '../../../shared/registration/review-rules.ts';
import { sampleRegistration } from '../../support/sample-registration.ts';

const ME = '01JD00000000000000000REV01';
const COLLEAGUE = '01JD00000000000000000REV02';
const NOW = new Date('2026-11-23T02:00:00.000Z');
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds).toISOString();
const HOUR = 3_600_000;
const decisions = ['approve', 'request_changes', 'reject'];

const held = (person: string, at: string) => sampleRegistration({ claimedBy: { person, at } });
const decided = (by: string, at: string, more: Partial<Registration> = {}) =>
  sampleRegistration({
    state: 'needs_changes',
    decision: { outcome: 'needs_changes', reason: '照片', at, undoUntil: undoUntil(new Date(at)), by },
    updatedAt: at,
    ...more,
  });

describe('what a reviewer may do', () => {
  it('is to take an open case in hand or to decide at once', () => {
    expect(reviewActions(sampleRegistration(), ME, NOW)).toEqual(['claim', ...decisions]);
  });

  it('is nothing with what they filed themselves, in any state', () => {
    expect(reviewActions(sampleRegistration({ applicant: ME }), ME, NOW)).toEqual([]);
    expect(reviewActions(decided(ME, ago(HOUR / 60), { applicant: ME }), ME, NOW)).toEqual([]);
  });

  it('is to release or to decide what they have in hand', () => {
    expect(reviewActions(held(ME, ago(HOUR)), ME, NOW)).toEqual(['release', ...decisions]);
  });

  it('is nothing while a colleague has it in hand, and everything once the colleague forgot it for a day', () => {
    expect(reviewActions(held(COLLEAGUE, ago(24 * HOUR - 1)), ME, NOW)).toEqual([]);
    expect(reviewActions(held(COLLEAGUE, ago(24 * HOUR)), ME, NOW)).toEqual(['claim', ...decisions]);
  });

  it('is to take their own decision back for ten minutes, unless the applicant went on', () => {
    expect(reviewActions(decided(ME, ago(10 * 60_000)), ME, NOW)).toEqual(['undo']);
    expect(reviewActions(decided(ME, ago(10 * 60_000 + 1)), ME, NOW)).toEqual([]);
    expect(reviewActions(decided(COLLEAGUE, ago(60_000)), ME, NOW)).toEqual([]);
    expect(reviewActions(decided(ME, ago(60_000), { updatedAt: ago(1) }), ME, NOW)).toEqual([]);
  });
});

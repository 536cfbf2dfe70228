import { describe, expect, it } from 'vitest';
import { dueOnOf, workingDaysLeft } from '../../../shared/registration/due-on.ts';

describe('dueOnOf', () => {
  it.each([
    ['an ordinary week', '2026-11-20T02:00:00Z', '2026-11-27'],
    ['the evening that is the next day in Shanghai', '2026-11-19T17:00:00Z', '2026-11-27'],
    ['the weekend', '2026-11-21T02:00:00Z', '2026-11-27'],
    ['over the week of the national day, with its worked Saturday', '2026-09-29T02:00:00Z', '2026-10-12'],
    ['before the spring festival', '2026-02-13T02:00:00Z', '2026-02-27'],
  ])('promises five working days from %s', (_, now, dueOn) => {
    expect(dueOnOf(new Date(now))).toBe(dueOn);
  });

  it('counts what is left, and what is overdue', () => {
    expect(workingDaysLeft('2026-11-27', new Date('2026-11-20T02:00:00Z'))).toBe(5);
    expect(workingDaysLeft('2026-11-27', new Date('2026-11-27T15:59:00Z'))).toBe(0);
    expect(workingDaysLeft('2026-11-27', new Date('2026-11-30T02:00:00Z'))).toBe(-1);
  });
});

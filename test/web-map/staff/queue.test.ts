import { describe, expect, it } from 'vitest';
import { STAFF_MESSAGES } from '../../../web-map/i18n/staff/messages.ts';
import { nextCase } from '../../../web-map/staff/review/next-case.ts';
import { dueWords } from '../../../web-map/staff/words/due-words.ts';

const cases = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('the next case', () => {
  it('is the one below, none below the last', () => {
    expect(nextCase(cases, undefined, 0)).toBe('a');
    expect(nextCase(cases, 'a', 0)).toBe('b');
    expect(nextCase(cases, 'c', 2)).toBeUndefined();
  });

  it('is what stands in the place of a case that has left the list', () => {
    expect(nextCase(cases, 'gone', 1)).toBe('b');
    expect(nextCase(cases, 'gone', 9)).toBe('c');
    expect(nextCase([], 'gone', 0)).toBeUndefined();
  });
});

describe('a due date', () => {
  const words = STAFF_MESSAGES.zh;
  const due = (workingDaysLeft: number, state: 'submitted' | 'approved' = 'submitted') =>
    dueWords({ state, workingDaysLeft, dueOn: '2026-11-27' }, words);

  it('says in words how pressing it is, and as a colour', () => {
    expect(due(-2)).toEqual({ text: '已超期 2 个工作日', tone: 'overdue' });
    expect(due(0)).toEqual({ text: '今天到期', tone: 'soon' });
    expect(due(1)?.tone).toBe('soon');
    expect(due(5)).toEqual({ text: '还有 5 个工作日', tone: 'later' });
  });

  it('is nobody’s once the case is decided', () => {
    expect(due(-2, 'approved')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { dateOfDay, momentOfHour } from '../../../web-map/planner/state/asked-moment.ts';

describe('the day that stands for its sort', () => {
  it('is the next one from today on', () => {
    const friday = new Date('2026-11-20T04:00:00.000Z');
    expect(dateOfDay('workday', friday, ANNOUNCED_HOLIDAYS)).toBe('2026-11-20');
    expect(dateOfDay('weekend', friday, ANNOUNCED_HOLIDAYS)).toBe('2026-11-21');
  });

  it('takes a weekend day that is worked for a workday', () => {
    const worked = ANNOUNCED_HOLIDAYS.workdays.at(-1) as string;
    expect(dateOfDay('workday', new Date(`${worked}T04:00:00.000Z`), ANNOUNCED_HOLIDAYS)).toBe(worked);
  });

  it('is the last announced holiday where none is ahead', () => {
    const afterAll = new Date('2026-12-20T04:00:00.000Z');
    expect(dateOfDay('holiday', afterAll, ANNOUNCED_HOLIDAYS)).toBe('2026-10-07');
  });

  it('has its 24th hour on the next day in Shanghai', () => {
    expect(momentOfHour('2026-11-20', 23)).toBe('2026-11-20T15:00:00.000Z');
    expect(momentOfHour('2026-11-20', 24)).toBe('2026-11-20T16:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import type { DayHours, Week } from '../../../shared/place/schedule.ts';
import { inShape, shapeOf, withDays } from '../../../web-map/form/hours/week-shape.ts';

const day: DayHours = [[540, 1260]];
const late: DayHours = [[600, 1320]];
const week = (...days: DayHours[]) => days as unknown as Week;

describe('the shape of a week', () => {
  it('is the coarsest that loses nothing', () => {
    expect(shapeOf(week(day, day, day, day, day, day, day))).toBe('same');
    expect(shapeOf(week(day, day, day, day, day, late, late))).toBe('weekend');
    expect(shapeOf(week(day, day, late, day, day, late, late))).toBe('each');
  });

  it('is taken on by the first day of each group', () => {
    const mixed = week(day, late, day, day, day, late, []);
    expect(inShape(mixed, 'weekend')).toEqual(week(day, day, day, day, day, late, late));
    expect(inShape(mixed, 'each')).toEqual(mixed);
  });

  it('changes where some days are set', () => {
    expect(shapeOf(withDays(week(day, day, day, day, day, day, day), [5, 6], []))).toBe('weekend');
  });
});

import fc from 'fast-check';
import type { MonthDay } from '../../shared/calendar/local-date.ts';
import { checkSchedule } from '../../shared/place/check-schedule.ts';
import type {
  DayHours,
  HolidayPolicy,
  Interval,
  Schedule,
  ScheduleException,
  Season,
  Week,
} from '../../shared/place/schedule.ts';
import { monthDayOfLeapYear } from '../../shared/place/year-day.ts';

/** Steps of the generated clock, in minutes: coarse enough that a test can walk through weeks step by step. */
export const STEP = 15;

const WEEKDAY_NAMES = 7;

/** One or several intervals of a day, in order and apart; with `overnight` the last may run past midnight. */
const dayHours = (overnight: boolean): fc.Arbitrary<DayHours> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<DayHours>([]) },
    { weight: 1, arbitrary: fc.constant<DayHours>([[0, 1440]]) },
    {
      weight: 6,
      arbitrary: fc
        .uniqueArray(fc.integer({ min: 0, max: (overnight ? 1440 + 360 : 1440) / STEP }), {
          minLength: 2,
          maxLength: 6,
        })
        .map((marks) => intervalsOf(marks.sort((left, right) => left - right).map((mark) => mark * STEP))),
    },
  );

function intervalsOf(marks: number[]): DayHours {
  const hours: DayHours = [];
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const interval: Interval = [marks[index] as number, marks[index + 1] as number];
    if (interval[0] < 1440 && interval[1] - interval[0] <= 1440) hours.push(interval);
  }
  return hours;
}

const week = (overnight: boolean): fc.Arbitrary<Week> =>
  fc.oneof(
    fc
      .array(dayHours(overnight), { minLength: WEEKDAY_NAMES, maxLength: WEEKDAY_NAMES })
      .map((days) => days as Week),
    fc
      .tuple(dayHours(overnight), dayHours(overnight))
      .map(([weekday, weekend]): Week => [weekday, weekday, weekday, weekday, weekday, weekend, weekend]),
    dayHours(overnight).map((hours): Week => [hours, hours, hours, hours, hours, hours, hours]),
  );

const policy = (overnight: boolean): fc.Arbitrary<HolidayPolicy> =>
  fc.oneof(
    fc.constantFrom<HolidayPolicy>('same_as_sunday', 'closed', 'unknown'),
    dayHours(overnight).map((hours) => ({ hours })),
  );

const monthDay: fc.Arbitrary<MonthDay> = fc.integer({ min: 0, max: 365 }).map(monthDayOfLeapYear);

const season = (overnight: boolean): fc.Arbitrary<Season> =>
  fc.record({ from: monthDay, to: monthDay, week: week(overnight) });

const exception = (overnight: boolean): fc.Arbitrary<ScheduleException> =>
  fc
    .record({
      first: fc.integer({ min: 0, max: 729 }),
      length: fc.integer({ min: 0, max: 20 }),
      hours: dayHours(overnight),
      reason: fc.constantFrom('春节', '店庆', '设备检修', 'stocktaking'),
    })
    .map(({ first, length, hours, reason }) => ({
      from: dateOf(first),
      to: dateOf(first + length),
      hours,
      reason,
    }));

const dateOf = (dayOf2025: number): string =>
  new Date(Date.UTC(2025, 0, 1 + dayOf2025)).toISOString().slice(0, 10);

/** Valid schedules with seasons, exceptions and every holiday policy; overnight intervals unless told otherwise. */
export const schedules = ({ overnight = true } = {}): fc.Arbitrary<Schedule> =>
  fc
    .record(
      {
        week: week(overnight),
        publicHolidays: policy(overnight),
        seasons: fc.array(season(overnight), { maxLength: 3 }),
        exceptions: fc.array(exception(overnight), { maxLength: 4 }),
      },
      { requiredKeys: ['week', 'publicHolidays'] },
    )
    .filter((schedule) => checkSchedule(schedule).length === 0);

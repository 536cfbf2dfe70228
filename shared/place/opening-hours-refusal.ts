import type { Schedule } from './schedule.ts';

/** Why a text is not taken as opening hours, or a schedule not written as text. */
export type RefusalCode =
  | 'empty'
  | 'too_long'
  | 'unreadable'
  | 'bad_time'
  | 'bad_date'
  | 'variable_time'
  | 'open_end'
  | 'point_in_time'
  | 'no_times'
  | 'no_days'
  | 'closed_hours'
  | 'comment'
  | 'fallback'
  | 'school_holidays'
  | 'nth_weekday'
  | 'week_numbers'
  | 'movable_date'
  | 'whole_year'
  | 'leap_day'
  | 'exception_weekdays'
  | 'exception_reason'
  | 'exception_order'
  | 'exception_added'
  | 'season_added'
  | 'overnight_cut'
  | 'overlaps_next_day'
  | 'holiday_weekdays'
  | 'too_many'
  | 'twice'
  | 'half_of_day'
  | 'working_days'
  | 'dates_in_words'
  | 'not_expressible';

/** A refusal with the position (characters from 0) at which reading stopped; its words are in the labels. */
export type Refusal = { code: RefusalCode; at: number };

/** What reading opening hours gives: a schedule in its canonical form, or the reason why not. */
export type HoursReading = { schedule: Schedule } | { refused: Refusal };

/** Carries a refusal out of the depth of a reader; every reader turns it into its answer. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Ends the reading with a refusal. */
export function refuse(code: RefusalCode, at: number): never {
  throw new Refused({ code, at });
}

/** Runs a reader and turns a refusal into its answer. */
export function reading(read: () => Schedule): HoursReading {
  try {
    return { schedule: read() };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal };
    throw error;
  }
}

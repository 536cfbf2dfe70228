import type { LocalDate } from './local-date.ts';
import { localDateOf } from './shanghai-time.ts';

/** The same day of the next year; of 29 February, the 28th. */
export const aYearAfter = (now: Date): LocalDate => {
  const date = localDateOf(now);
  const year = Number(date.slice(0, 4)) + 1;
  return `${year}${date.slice(4).replace('-02-29', '-02-28')}`;
};

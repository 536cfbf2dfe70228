import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';

/** The last months up to this one in Shanghai, newest first: `202611`. */
export const lastMonths = (now: Date, count: number): string[] => {
  const [year, month] = localDateOf(now).split('-').map(Number) as [number, number, number];
  return Array.from({ length: count }, (_, back) => {
    const number = year * 12 + (month - 1) - back;
    return `${Math.floor(number / 12)}${String((number % 12) + 1).padStart(2, '0')}`;
  });
};

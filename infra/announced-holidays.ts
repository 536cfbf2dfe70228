/**
 * Writes shared/calendar/announced-holidays.ts from the development package chinese-days. Run by hand when a
 * new year is announced (each November) and the package has it: `npx tsx infra/announced-holidays.ts`.
 * The package's own `isHoliday` is true on every ordinary weekend, so only its announced lists are read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { HolidayCode } from '../shared/calendar/holidays.ts';

/** Older years are of no use to a map of what is open now, and every page would carry them. */
const FIRST_YEAR = 2024;

const CODES: Record<string, HolidayCode> = {
  "New Year's Day": 'new_year',
  'Spring Festival': 'spring_festival',
  'Tomb-sweeping Day': 'tomb_sweeping',
  'Labour Day': 'labour_day',
  'Dragon Boat Festival': 'dragon_boat',
  'Mid-autumn Festival': 'mid_autumn',
  'National Day': 'national_day',
};

/** The package writes `English name,中文名,days`; a name outside the yearly seven is a special day off. */
const codeOf = (entry: string): HolidayCode => CODES[entry.split(',')[0] ?? ''] ?? 'special';
const isKept = (date: string): boolean => Number(date.slice(0, 4)) >= FIRST_YEAR;

const daysOff = Object.entries(announced.holidays)
  .filter(([date]) => isKept(date))
  .sort(([left], [right]) => left.localeCompare(right));
const workdays = Object.keys(announced.workdays).filter(isKept).sort();
const years = [...new Set(daysOff.map(([date]) => Number(date.slice(0, 4))))];
const packageFile = new URL('../node_modules/chinese-days/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

const source = `// Written by infra/announced-holidays.ts from chinese-days ${version} (MIT); do not edit by hand.
import type { HolidayTable } from './holidays.ts';

/** The days off and worked weekend days that the State Council announced for ${years[0]} to ${years.at(-1)}. */
export const ANNOUNCED_HOLIDAYS: HolidayTable = {
  years: [${years.join(', ')}],
  daysOff: {
${daysOff.map(([date, entry]) => `    '${date}': '${codeOf(entry)}',`).join('\n')}
  },
  workdays: [
${workdays.map((date) => `    '${date}',`).join('\n')}
  ],
  source: 'State Council notices on the arrangement of holidays, by way of chinese-days ${version}',
};
`;
const target = new URL('../shared/calendar/announced-holidays.ts', import.meta.url);
writeFileSync(target, source);
process.stdout.write(
  `${years[0]}–${years.at(-1)}: ${daysOff.length} days off, ${workdays.length} worked weekend days\n`,
);

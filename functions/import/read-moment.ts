import type { Read } from './read.ts';
import type { Sentences } from './sentences-zh.ts';

/** `2026-11-20`, `2026/11/20 14:30`, `2026年11月20日`: Asia/Shanghai unless an offset is written. */
export const readMoment = (cell: string, say: Sentences): Read<string> => {
  const match =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      cell,
    );
  if (!match) return { reason: say.notAMoment() };
  const [, year, month = '', day = '', hour = '0', minute = '00', second = '00', offset = '+08:00'] = match;
  const two = (digits: string) => digits.padStart(2, '0');
  const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const time = Date.parse(`${written}${offset}`);
  // 31 February rolls over to March where it is not refused.
  const rolled =
    Number.isNaN(time) ||
    new Date(`${year}-${two(month)}-${two(day)}T00:00:00Z`).getUTCDate() !== Number(day);
  return rolled ? { reason: say.notAMoment() } : { value: new Date(time).toISOString() };
};

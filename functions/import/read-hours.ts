import { REFUSAL_WORDS } from '../../shared/labels/opening-hours-words.ts';
import { readChineseHours } from '../../shared/place/chinese-hours.ts';
import { readOpeningHours } from '../../shared/place/opening-hours.ts';
import { Schedule } from '../../shared/place/schedule.ts';
import type { Read } from './read.ts';
import type { Sentences } from './sentences-zh.ts';

/**
 * Opening hours as OpenStreetMap writes them or as a shop door says them, or the JSON of a schedule that our
 * own export could not write shorter. What none of them can hold is refused with the reason.
 */
export const readHours = (cell: string, say: Sentences): Read<Schedule> => {
  if (cell.startsWith('{')) return readJson(cell, say);
  const standard = readOpeningHours(cell);
  if ('schedule' in standard) return { value: standard.schedule };
  const spoken = readChineseHours(cell);
  if ('schedule' in spoken) return { value: spoken.schedule };
  const { code, at } = (/\p{Script=Han}/u.test(cell) ? spoken : standard).refused;
  return { reason: say.refusedHours(REFUSAL_WORDS[code][say.language], cell.slice(at)) };
};

const readJson = (cell: string, say: Sentences): Read<Schedule> => {
  try {
    return { value: Schedule.parse(JSON.parse(cell)) };
  } catch {
    return { reason: say.refusedHours(REFUSAL_WORDS.unreadable[say.language], cell) };
  }
};

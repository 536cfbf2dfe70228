import { REFUSAL_WORDS } from '../../../shared/labels/opening-hours-words.ts';
import { readOpeningHours } from '../../../shared/place/opening-hours.ts';
import { Schedule } from '../../../shared/place/schedule.ts';
import type { Read } from './read-cells.ts';
import type { Sentences } from './sentences-zh.ts';

/**
 * Opening hours as OpenStreetMap writes them or as a shop door says them, or the JSON of a schedule that our
 * own export could not write shorter. What none of them can hold is refused with the reason.
 */
export const readHours = (cell: string, say: Sentences): Read<Schedule> => {
  if (cell.startsWith('{')) return readJson(cell, say);
  const read = readOpeningHours(cell);
  if ('schedule' in read) return { value: read.schedule };
  return {
    reason: say.refusedHours(REFUSAL_WORDS[read.refused.code][say.language], cell.slice(read.refused.at)),
  };
};

const readJson = (cell: string, say: Sentences): Read<Schedule> => {
  try {
    return { value: Schedule.parse(JSON.parse(cell)) };
  } catch {
    return { reason: say.refusedHours(REFUSAL_WORDS.unreadable[say.language], cell) };
  }
};

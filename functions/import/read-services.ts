import type { PlaceService } from '../../shared/place/place.ts';
import { readCategory, readYesNo } from './code-words.ts';
import type { Read } from './read.ts';
import { readHours } from './read-hours.ts';
import type { Sentences } from './sentences-zh.ts';

/** One service a line: `名称 | 时间 | 类别 | 需预约 | 备注`, everything after the name may be left out. */
export const readServices = (cell: string, say: Sentences): Read<PlaceService[]> => {
  const services: PlaceService[] = [];
  for (const line of cell.split(/[\r\n]+/).filter((text) => text.trim() !== '')) {
    const [name = '', hours = '', category = '', booking = '', note = ''] = line
      .split(/[|｜]/)
      .map((part) => part.trim());
    if (name === '') return { reason: say.serviceWithoutName() };
    if (name.length > 60) return { reason: say.tooLong(name.length, 60) };
    if (note.length > 200) return { reason: say.tooLong(note.length, 200) };
    const schedule = hours === '' ? undefined : readHours(hours, say);
    if (schedule && 'reason' in schedule) return { reason: `${name}: ${schedule.reason}` };
    const code = category === '' ? undefined : readCategory(category);
    if (category !== '' && !code)
      return { reason: `${name}: ${say.unknownWord(say.words.category)} (${category})` };
    const isBooked = booking === '' ? false : readYesNo(booking);
    if (isBooked === undefined) return { reason: `${name}: ${say.notYesOrNo()} (${booking})` };
    services.push({
      name,
      ...(code && { category: code }),
      ...(schedule && { schedule: schedule.value }),
      booking: isBooked,
      ...(note && { note }),
    });
  }
  return services.length <= 20 ? { value: services } : { reason: say.tooMany(services.length, 20) };
};

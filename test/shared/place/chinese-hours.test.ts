import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChineseHours } from '../../../shared/place/chinese-hours.ts';
import { writeOpeningHours } from '../../../shared/place/opening-hours.ts';
import type { RefusalCode } from '../../../shared/place/opening-hours-refusal.ts';
import { Schedule } from '../../../shared/place/schedule.ts';

/** What a sentence means, in the opening_hours notation. */
const meaningOf = (sentence: string): unknown => {
  const result = readChineseHours(sentence);
  if ('refused' in result) return result.refused;
  expect(Schedule.parse(result.schedule)).toEqual(result.schedule);
  const written = writeOpeningHours(result.schedule);
  return 'text' in written ? written.text : result.schedule;
};

describe('reading Chinese opening hours', () => {
  it.each([
    ['周一至周五 9:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['星期一到星期五：8:30—17:30', 'Mo-Fr 08:30-17:30'],
    ['周一到五9点至17点半', 'Mo-Fr 09:00-17:30'],
    ['周一～周日 ６：００～２２：００', 'Mo-Su 06:00-22:00'],
    ['周一、三、五 9:00 - 11:00', 'Mo,We,Fr 09:00-11:00'],
    ['周五至周一 10:00-20:00', 'Mo,Fr-Su 10:00-20:00'],
    ['周六日 10:00-16:00', 'Sa-Su 10:00-16:00'],
    ['每周二 8:30-11:00', 'Tu 08:30-11:00'],
    ['每天 08:00-22:00', 'Mo-Su 08:00-22:00'],
    ['营业时间：09:00-21:00', 'Mo-Su 09:00-21:00'],
    ['9-17点', 'Mo-Su 09:00-17:00'],
    ['全天', 'Mo-Su 00:00-24:00'],
    ['24小时开放', 'Mo-Su 00:00-24:00'],
    ['24小时，全年无休', '24/7'],
    ['9:00-11:30,13:30-17:00', 'Mo-Su 09:00-11:30,13:30-17:00'],
    ['8:30-11:30 13:00-16:30', 'Mo-Su 08:30-11:30,13:00-16:30'],
    ['周一至周五 上午9:00-11:30，下午1:30-5:00；周末休息', 'Mo-Fr 09:00-11:30,13:30-17:00'],
    ['周一至周五 9:00-17:00 周六 9:00-12:00', 'Mo-Fr 09:00-17:00; Sa 09:00-12:00'],
    ['9:00-17:00（周一至周五）10:00-16:00（周六、周日）', 'Mo-Fr 09:00-17:00; Sa-Su 10:00-16:00'],
    ['9:00-17:00，周一闭馆', 'Tu-Su 09:00-17:00'],
    ['周一闭馆，9:00-17:00', 'Tu-Su 09:00-17:00'],
    ['除周一外每天 9:00-17:00', 'Tu-Su 09:00-17:00'],
    ['早上8点到晚上10点', 'Mo-Su 08:00-22:00'],
    ['中午11:00-1:30', 'Mo-Su 11:00-13:30'],
    ['晚上6点-10点半', 'Mo-Su 18:00-22:30'],
    ['下午5点-晚上12点', 'Mo-Su 17:00-24:00'],
    ['18:00-次日2:00', 'Mo-Su 18:00-02:00'],
    ['11:00-凌晨2:00', 'Mo-Su 11:00-02:00'],
    ['每晚18:00-02:00', 'Mo-Su 18:00-02:00'],
    ['10:00-0:00', 'Mo-Su 10:00-24:00'],
  ])('understands %s', (sentence, expected) => {
    expect(meaningOf(sentence)).toBe(expected);
  });

  it.each([
    ['周一至周五9:00-17:00，法定节假日除外', 'Mo-Fr 09:00-17:00; PH off'],
    ['周一至周五（节假日除外）9:00-17:00', 'Mo-Fr 09:00-17:00; PH off'],
    ['除周一及节假日外每天9:00-17:00', 'Tu-Su 09:00-17:00; PH off'],
    ['周末及节假日休息，9:00-17:00', 'Mo-Fr 09:00-17:00; Sa-Su,PH off'],
    ['每天8:00-20:00，节假日照常', 'Mo-Su,PH 08:00-20:00'],
    ['周一至周五 8:00-17:00，周末及节假日 9:00-16:00', 'Mo-Fr 08:00-17:00; Sa-Su,PH 09:00-16:00'],
    ['每天8:00-20:00，节假日10:00-16:00', 'Mo-Su 08:00-20:00; PH 10:00-16:00'],
  ])('understands what is said of holidays in %s', (sentence, expected) => {
    const result = readChineseHours(sentence);
    if ('refused' in result) throw new Error(result.refused.code);
    expect(meaningOf(sentence)).toBe(expected);
  });

  it.each<[string, RefusalCode, number]>([
    ['', 'empty', 0],
    ['，', 'empty', 0],
    ['9:00-5:00', 'half_of_day', 0],
    ['周一至周五 11:00-2:00', 'half_of_day', 6],
    ['工作日 9:00-17:00', 'working_days', 0],
    ['夏季 8:00-18:00', 'dates_in_words', 0],
    ['每月10日 9:00-11:00', 'dates_in_words', 0],
    ['周一闭馆', 'no_times', 0],
    ['周一至周五', 'no_times', 0],
    ['休息', 'no_days', 0],
    ['9-17', 'unreadable', 0],
    ['周二至周日9:00-17:00（16:30停止入馆）', 'unreadable', 16],
    ['周一至周五 9:00-17:00，请先预约', 'unreadable', 17],
    ['8:00-25:00', 'bad_time', 0],
    ['8:00-9:75', 'bad_time', 0],
    ['上午13:00-14:00', 'bad_time', 0],
    ['周一至周五 9:00-17:00，周三 18:30-19:30', 'twice', 17],
    ['每天 9:00-17:00，每天 18:00-19:00', 'twice', 14],
    ['周一至周五 9:00-17:00，节假日照常', 'holiday_weekdays', 17],
    ['每天 18:00-次日5:00，周日 2:00-6:00', 'overlaps_next_day', 0],
  ])('refuses %s with the reason and the place', (sentence, code, at) => {
    expect(meaningOf(sentence)).toEqual({ code, at });
  });

  it('answers any sentence at all', () => {
    const pieces = fc.constantFrom(
      '周一',
      '至',
      '周五',
      '每天',
      '9:00',
      '-',
      '17:00',
      '，',
      '节假日',
      '休息',
      '除',
      '外',
      '晚上',
      '8点',
      '24小时',
      '照常',
      '无休',
    );
    const sentences = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(sentences, (sentence) => {
        const result = readChineseHours(sentence);
        if ('schedule' in result) expect(Schedule.safeParse(result.schedule).success).toBe(true);
        else expect(result.refused.at).toBeLessThanOrEqual(sentence.length);
      }),
      { numRuns: 2000 },
    );
  });
});

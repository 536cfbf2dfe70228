import { type RefusalCode, refuse } from './opening-hours-refusal.ts';
import type { Interval } from './schedule.ts';

/** A piece of a sentence about opening hours. */
export type HoursWord = { at: number } & (
  | { kind: 'weekdays'; weekdays: number[] }
  | { kind: 'every_day' | 'holidays' | 'closed' | 'except' | 'except_from' | 'as_usual' | 'never_closed' }
  | { kind: 'hours'; interval: Interval }
);

const MAX_LENGTH = 500;
const WEEKDAY_CHARACTERS = '一二三四五六日';
const HALVES = '凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|次日|翌日|第二天';
const TIME = `((?:${HALVES})*)(\\d{1,2})(?::(\\d{2})|[点时](半|整|\\d{1,2}(?!\\d))?分?)?`;

const WORDS: readonly [RegExp, (match: RegExpExecArray, at: number) => HoursWord | undefined][] = [
  [/(?:24小时|全天候?|24h)/iy, (_, at) => ({ kind: 'hours', at, interval: [0, 1440] })],
  [
    new RegExp(`${TIME}\\s*-\\s*${TIME}(?!\\d)`, 'y'),
    (match, at) => ({ kind: 'hours', at, interval: intervalOf(match, at) }),
  ],
  [/全年无休|天天营业|无休/y, (_, at) => ({ kind: 'never_closed', at })],
  [/照常|不休息?|正常/y, (_, at) => ({ kind: 'as_usual', at })],
  [/休息|闭馆|闭店|关闭|关门|不开放|不营业|不对外|停诊|休/y, (_, at) => ({ kind: 'closed', at })],
  [/除外|以外|之外|外/y, (_, at) => ({ kind: 'except', at })],
  [/除了?/y, (_, at) => ({ kind: 'except_from', at })],
  [/(?:法定|国定|公共|国家)?(?:节假日|假日|节日|假期)/y, (_, at) => ({ kind: 'holidays', at })],
  [/每天|每日|天天|全周/y, (_, at) => ({ kind: 'every_day', at })],
  [/周末|双休日?/y, (_, at) => ({ kind: 'weekdays', at, weekdays: [5, 6] })],
  [/(?:周|星期|礼拜)[一二三四五六日天1-7](?:[-,\s]*(?:周|星期|礼拜)?[一二三四五六日天])*/y, weekdaysWord],
  [/工作日/y, (_, at) => refuse('working_days', at)],
  [/夏[季令]|冬[季令]|春[季令]|秋[季令]|\d{1,2}月|\d{4}年|每月/y, (_, at) => refuse('dates_in_words', at)],
  [
    /(?:营业|开放|服务|供应|就餐|办公|接待)?时间|营业|开放|服务|供应|[每逢及和与均为是含]|[\s,;:.()[\]|/]+/y,
    () => undefined,
  ],
];

/** Full-width forms, dashes and stops as their plain ASCII characters, one for one, so that positions hold. */
const plain = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[~–—－至到]/g, '-')
    .replace(/[、，。；]/g, ',')
    .replace(/[︰∶]/g, ':');

/** The words of a sentence about opening hours as Chinese shop doors have it. */
export function hoursWordsOf(text: string): HoursWord[] {
  if (text.length > MAX_LENGTH) refuse('too_long', MAX_LENGTH);
  const sentence = plain(text);
  const words: HoursWord[] = [];
  let at = 0;
  while (at < sentence.length) {
    const [length, word] = wordAt(sentence, at);
    if (word) words.push(word);
    at += length;
  }
  return words;
}

function wordAt(sentence: string, at: number): [length: number, word: HoursWord | undefined] {
  for (const [pattern, make] of WORDS) {
    pattern.lastIndex = at;
    const match = pattern.exec(sentence);
    if (match) return [match[0].length, make(match, at)];
  }
  return refuse('unreadable', at);
}

function weekdaysWord(match: RegExpExecArray, at: number): HoursWord {
  const weekdays: number[] = [];
  let isRange = false;
  for (const character of match[0]) {
    if (character === '-') isRange = true;
    const weekday = weekdayOf(character);
    if (weekday < 0) continue;
    const first = isRange ? ((weekdays[weekdays.length - 1] as number) + 1) % 7 : weekday;
    for (let day = first; ; day = (day + 1) % 7) {
      weekdays.push(day);
      if (day === weekday) break;
    }
    isRange = false;
  }
  return { kind: 'weekdays', at, weekdays };
}

const weekdayOf = (character: string): number =>
  /[1-7]/.test(character)
    ? Number(character) - 1
    : WEEKDAY_CHARACTERS.indexOf(character === '天' ? '日' : character);

function intervalOf(match: RegExpExecArray, at: number): Interval {
  const [, fromHalf = '', fromHours, fromMinutes, fromPart, toHalf = '', toHours, toMinutes, toPart] = match;
  // A bare number is an hour only beside one with its unit: `9-17点`.
  if (toMinutes === undefined && !/[点时]/.test(match[0].slice(match[0].indexOf('-')))) fail('unreadable');
  const from = minutesOf(fromHalf, Number(fromHours), minuteOf(fromMinutes, fromPart));
  let to = minutesOf(toHalf, Number(toHours), minuteOf(toMinutes, toPart));
  const isAfternoon = /[下傍晚夜中]/.test(fromHalf);
  if (toHalf === '' && isAfternoon && to < from && to + 720 > from && Number(toHours) <= 12) to += 720;
  if (to <= from) {
    // `9:00-5:00` and `11:00-2:00` are hours by daylight more often than by night; from the evening on it is clear.
    const isNight = toHalf !== '' || to === 0 || from >= 17 * 60;
    if (!isNight) fail('half_of_day');
    to += 1440;
  }
  if (from >= 1440 || to - from > 1440) fail('bad_time');
  return [from, to];

  function minutesOf(half: string, hours: number, minutes: number): number {
    if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) fail('bad_time');
    if (/次日|翌日|第二天/.test(half)) return (hours + 24) * 60 + minutes;
    const clock = hours * 60 + minutes;
    if (/凌晨/.test(half)) return hours === 12 ? minutes : clock;
    if (/[清早上]/.test(half) && !/晚/.test(half)) return hours > 12 ? fail('bad_time') : clock;
    if (/中午/.test(half)) return hours < 4 ? clock + 720 : clock;
    if (/[下傍]/.test(half)) return hours < 12 ? clock + 720 : clock;
    if (/[晚夜]/.test(half)) return hours <= 4 ? clock + 1440 : hours <= 12 ? clock + 720 : clock;
    return clock;
  }
  function fail(code: RefusalCode): never {
    return refuse(code, at);
  }
}

const minuteOf = (digits: string | undefined, part: string | undefined): number =>
  digits !== undefined
    ? Number(digits)
    : part === '半'
      ? 30
      : part === undefined || part === '整'
        ? 0
        : Number(part);

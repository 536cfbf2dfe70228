import type { RefusalCode } from '../place/opening-hours-refusal.ts';
import type { WordsOf } from './words.ts';

/** Why opening hours could not be read or written. */
export const REFUSAL_WORDS: WordsOf<RefusalCode> = {
  empty: { zh: '没有内容', en: 'There is nothing to read' },
  too_long: { zh: '太长了（最多 4000 个字符）', en: 'It is too long (at most 4,000 characters)' },
  unreadable: { zh: '这里看不懂', en: 'This part cannot be read' },
  bad_time: {
    zh: '时刻不对：开始须早于 24:00，一段最长 24 小时',
    en: 'The time does not exist: start before 24:00, 24 hours at most',
  },
  bad_date: { zh: '没有这一天，或结束早于开始', en: 'There is no such date, or it ends before it starts' },
  variable_time: { zh: '随日出日落变化的时间无法保存', en: 'Times that follow the sun cannot be held' },
  open_end: { zh: '没有写明关门时间', en: 'The closing time is missing' },
  point_in_time: { zh: '只有一个时刻，缺少起止时间', en: 'A single time is not a range' },
  no_times: { zh: '写了日子，没有写几点到几点', en: 'There are days without hours' },
  no_days: {
    zh: '后面几段须写明星期几',
    en: 'A rule after the first must name its days',
  },
  closed_hours: {
    zh: '“某时段关闭”无法保存，请改写开放的时段',
    en: 'Write the hours that are open, not those closed',
  },
  comment: { zh: '只有指定日期的例外可以带说明', en: 'Only a dated exception can carry a comment' },
  fallback: { zh: '“||”备选规则无法保存', en: 'Fallback rules (||) cannot be held' },
  school_holidays: { zh: '学校假期无法保存', en: 'School holidays cannot be held' },
  nth_weekday: { zh: '“每月第几个星期几”无法保存', en: 'The nth weekday of a month cannot be held' },
  week_numbers: { zh: '按周数的规则无法保存', en: 'Week numbers cannot be held' },
  movable_date: { zh: '每年日期不同的节日无法保存', en: 'Dates that move from year to year cannot be held' },
  whole_year: { zh: '整年的规则须写明月日', en: 'A rule for years must name month and day' },
  leap_day: { zh: '2 月 29 日不能作为一段的起止', en: '29 February cannot begin or end a range' },
  exception_weekdays: {
    zh: '指定日期的例外不能再限定星期',
    en: 'A dated exception cannot be limited to weekdays',
  },
  exception_reason: {
    zh: '指定日期的例外须在引号里写明原因',
    en: 'A dated exception needs its reason in quotes',
  },
  exception_order: { zh: '指定日期的例外须放在最后', en: 'Dated exceptions must come last' },
  exception_added: {
    zh: '指定日期的例外须用分号隔开',
    en: 'Dated exceptions must be separated by semicolons',
  },
  season_added: {
    zh: '逗号后的规则是否也限于前面的月份，说法不一，请写明',
    en: 'It is in doubt whether the rule after the comma keeps the months before it; repeat them',
  },
  overnight_cut: {
    zh: '过夜的时段会被后面的规则截断；星期之间请用逗号隔开',
    en: 'A later rule would cut hours that run past midnight; separate the weekdays by commas',
  },
  overlaps_next_day: {
    zh: '过夜的时段与次日的时段重叠',
    en: 'Hours past midnight overlap those of the next day',
  },
  holiday_weekdays: {
    zh: '节假日的时间随星期或季节而不同，无法保存；节假日规则请放在最后',
    en: 'Holiday hours that depend on weekday or season cannot be held; put the holiday rule last',
  },
  too_many: { zh: '时段、季节或例外太多', en: 'There are too many intervals, seasons or exceptions' },
  twice: { zh: '同一天写了两次不同的时间', en: 'One day is given two different sets of hours' },
  half_of_day: {
    zh: '分不清上午还是下午，请用 24 小时制',
    en: 'Morning or afternoon? Write the time in 24 hours',
  },
  working_days: {
    zh: '“工作日”包含调休的周末，请写周一至周五',
    en: 'Working days include weekends worked in exchange; write Monday to Friday',
  },
  dates_in_words: {
    zh: '季节或日期请另行填写，这里只写每周的时间',
    en: 'Seasons and dates are entered apart; write the hours of the week only',
  },
  not_expressible: {
    zh: '这份开放时间无法用 opening_hours 写法表达',
    en: 'The opening_hours notation cannot express this schedule',
  },
};

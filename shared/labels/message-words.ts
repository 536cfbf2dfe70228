import type { MessageKind } from '../message/message.ts';
import type { Words, WordsOf } from './words.ts';

/** What the inbox says; `{name}` stands for a value of the message. */
export const MESSAGE_WORDS: WordsOf<MessageKind> = {
  registration_approved: { zh: '「{name}」审核通过，已在地图上', en: '{name} is approved and on the map' },
  registration_needs_changes: { zh: '「{name}」需要补充：{reason}', en: '{name} needs changes: {reason}' },
  registration_rejected: { zh: '「{name}」没有通过：{reason}', en: '{name} was not approved: {reason}' },
  registration_reopened: {
    zh: '「{name}」的审核结果已撤回，正在重新审核',
    en: 'The decision on {name} was taken back; it is under review again',
  },
  place_suspended: {
    zh: '「{name}」暂停开放：{reason}',
    en: '{name} is shown as closed for now: {reason}',
  },
  place_resumed: { zh: '「{name}」已恢复开放', en: '{name} is shown as open again' },
  place_retired: { zh: '「{name}」已从地图撤下：{reason}', en: '{name} was taken off the map: {reason}' },
  confirmation_due: {
    zh: '「{name}」请最晚 {date} 确认信息仍然有效（还有 {days} 天）',
    en: 'Please confirm by {date} that {name} is still true ({days} days left)',
  },
  confirmation_overdue: {
    zh: '「{name}」一年未确认，已显示为暂停开放；点“仍然有效”即可恢复',
    en: '{name} was not confirmed for a year and is shown as closed for now; confirm it to open it again',
  },
  place_taken_over: { zh: '「{name}」已由您接手', en: 'You have taken over {name}' },
  hand_over_done: { zh: '「{name}」已转交', en: '{name} was handed over' },
  grant_given: { zh: '您成为{subdistrict}的{role}', en: 'You are now {role} of {subdistrict}' },
  grant_taken: { zh: '您不再是{subdistrict}的{role}', en: 'You are no longer {role} of {subdistrict}' },
};

/** Why a place is closed whose owner did not confirm it; shown to riders. */
export const OVERDUE_REASON: Words = {
  zh: '店家一年未确认信息',
  en: 'Its owner has not confirmed it for a year',
};

/** What became of it, for a template of WeChat: at most five Chinese characters and nothing else. */
export const MESSAGE_PHRASES: Readonly<Record<MessageKind, string>> = {
  registration_approved: '审核通过',
  registration_needs_changes: '需要补充',
  registration_rejected: '没有通过',
  registration_reopened: '重新审核',
  place_suspended: '暂停开放',
  place_resumed: '恢复开放',
  place_retired: '已经撤下',
  confirmation_due: '等待确认',
  confirmation_overdue: '逾期暂停',
  place_taken_over: '已经接手',
  hand_over_done: '已经转交',
  grant_given: '授予角色',
  grant_taken: '取消角色',
};

import type { WordsOf } from './words.ts';

/** What stands in the change log where nobody wrote a reason of their own. */
export type ChangeReason =
  | 'created'
  | 'updated'
  | 'resumed'
  | 'verified'
  | 'restored'
  | 'merged'
  | 'imported'
  | 'confirmed'
  | 'handed_over'
  | 'signs_checked'
  | 'signs_dismissed'
  | 'pause_over'
  | 'confirmation_overdue'
  | 'registration_submitted'
  | 'registration_withdrawn'
  | 'registration_approved'
  | 'decision_taken_back'
  | 'reason_templates'
  | 'account_deleted'
  | 'areas_imported'
  | 'people_imported'
  | 'buildings_imported'
  | 'standards_changed';

export const CHANGE_REASON_WORDS: WordsOf<ChangeReason> = {
  created: { zh: '新建地点', en: 'Created' },
  updated: { zh: '修改信息', en: 'Edited' },
  resumed: { zh: '恢复开放', en: 'Shown as open again' },
  verified: { zh: '现场核实', en: 'Verified on the spot' },
  restored: { zh: '恢复到以前的内容', en: 'Brought back to an earlier state' },
  merged: { zh: '重复地点，已合并', en: 'A double, merged' },
  imported: { zh: '表格导入', en: 'Imported from a table' },
  confirmed: { zh: '商户确认仍然有效', en: 'Confirmed by the owner' },
  handed_over: { zh: '转交给别人', en: 'Handed over to another owner' },
  signs_checked: { zh: '骑手反馈已核对', en: 'Riders’ signs looked into' },
  signs_dismissed: { zh: '骑手反馈不成立', en: 'Riders’ signs of no account' },
  pause_over: { zh: '店主暂停到期，恢复开放', en: 'The owner’s pause is over' },
  confirmation_overdue: { zh: '一年未确认，暂停开放', en: 'Not confirmed for a year' },
  registration_submitted: { zh: '提交登记', en: 'Handed in' },
  registration_withdrawn: { zh: '撤回登记', en: 'Withdrawn by the applicant' },
  registration_approved: { zh: '登记审核通过', en: 'Registration approved' },
  decision_taken_back: { zh: '撤销审核结果', en: 'Decision taken back' },
  account_deleted: { zh: '账号已注销', en: 'Account deleted' },
  reason_templates: { zh: '修改常用理由', en: 'Usual reasons edited' },
  areas_imported: { zh: '导入网格或居民区', en: 'Grids or neighbourhoods imported' },
  people_imported: { zh: '导入人口数', en: 'Numbers of people imported' },
  buildings_imported: { zh: '导入居住建筑', en: 'Residential buildings imported' },
  standards_changed: { zh: '修改服务半径标准', en: 'Standards of distance edited' },
};

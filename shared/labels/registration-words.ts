import type { ApplicationField } from '../registration/application.ts';
import type { RegistrationKind, RegistrationState } from '../registration/registration.ts';
import type { WordsOf } from './words.ts';

export const REGISTRATION_STATE_WORDS: WordsOf<RegistrationState> = {
  draft: { zh: '未提交', en: 'Not submitted' },
  submitted: { zh: '审核中', en: 'Under review' },
  needs_changes: { zh: '请补充', en: 'Needs changes' },
  approved: { zh: '已通过', en: 'Approved' },
  rejected: { zh: '未通过', en: 'Not approved' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const REGISTRATION_KIND_WORDS: WordsOf<RegistrationKind> = {
  new: { zh: '新店登记', en: 'New shop' },
  claim: { zh: '认领', en: 'Claim' },
  change: { zh: '信息变更', en: 'Change' },
};

export const APPLICATION_FIELD_WORDS: WordsOf<ApplicationField> = {
  name: { zh: '店名', en: 'Name' },
  nameEn: { zh: '英文店名', en: 'English name' },
  category: { zh: '类别', en: 'Category' },
  licenceCode: { zh: '统一社会信用代码', en: 'Credit code' },
  position: { zh: '位置', en: 'Position' },
  address: { zh: '地址', en: 'Address' },
  schedule: { zh: '营业时间', en: 'Opening hours' },
  amenities: { zh: '为骑手提供', en: 'Offers for riders' },
  services: { zh: '服务', en: 'Services' },
  access: { zh: '怎么进', en: 'How to get in' },
  publicPhone: { zh: '店里电话', en: 'Shop telephone' },
  pledge: { zh: '给骑手的话', en: 'A word to riders' },
  consent: { zh: '友好承诺', en: 'Pledge' },
  photos: { zh: '照片', en: 'Photos' },
  invitationCode: { zh: '邀请码', en: 'Invitation code' },
  note: { zh: '给审核员的话', en: 'A word to the reviewer' },
  contactName: { zh: '联系人', en: 'Contact' },
  contactPhone: { zh: '联系电话', en: 'Contact telephone' },
};

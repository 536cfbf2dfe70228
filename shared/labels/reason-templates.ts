import type { ReasonTemplate } from '../registration/reason-template.ts';

/** What reviewers ask for or refuse again and again, until a subdistrict writes its own. */
export const DEFAULT_REASON_TEMPLATES: readonly ReasonTemplate[] = [
  {
    outcome: 'needs_changes',
    title: '位置不准',
    text: '地图上的位置和地址对不上，请站在店门口重新选点。',
    en: {
      title: 'Position is off',
      text: 'The position does not fit the address. Please stand in front of the shop and pick it again.',
    },
  },
  {
    outcome: 'needs_changes',
    title: '照片不清楚',
    text: '请补一张能看清店招和门口的照片。',
    en: { title: 'Photo unclear', text: 'Please add a photo that shows the sign and the entrance.' },
  },
  {
    outcome: 'needs_changes',
    title: '营业时间',
    text: '请核对营业时间，午休和节假日也请写上。',
    en: { title: 'Opening hours', text: 'Please check the opening hours, with lunch break and holidays.' },
  },
  {
    outcome: 'needs_changes',
    title: '执照代码',
    text: '统一社会信用代码和店名对不上，请照着营业执照再填一次。',
    en: {
      title: 'Licence code',
      text: 'The credit code does not fit the name. Please copy it from the licence again.',
    },
  },
  {
    outcome: 'rejected',
    title: '已经登记',
    text: '这家店已经在地图上。如果您是店主，请在那条信息上点“认领”。',
    en: {
      title: 'On the map already',
      text: 'This shop is on the map already. If it is yours, claim that entry.',
    },
  },
  {
    outcome: 'rejected',
    title: '不在本街道',
    text: '这家店不在本街道范围内，请向所在街道登记。',
    en: {
      title: 'Another subdistrict',
      text: 'This shop lies in another subdistrict. Please register there.',
    },
  },
  {
    outcome: 'rejected',
    title: '无法核实',
    text: '我们没能联系上您，也没能在现场找到这家店。核对信息后欢迎重新提交。',
    en: {
      title: 'Not verifiable',
      text: 'We could neither reach you nor find the shop. Please check the details and register again.',
    },
  },
];

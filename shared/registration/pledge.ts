/** The pledge a shop makes. A change of its words is a new version: who agreed to which is kept. */
export const PLEDGE = {
  version: '2026-11',
  zh: [
    '营业时间里，骑手可以进店歇脚、喝水，不必消费。',
    '登记的设施和时间属实；有变化会及时更新，设备坏了会标明。',
    '尊重每一位进门的劳动者，不因着装或电动车而拒绝。',
    '图上展示店名、位置、时间、设施和店铺照片；联系人和电话只用于审核，不公开。',
  ],
  en: [
    'During opening hours riders may come in, rest and drink water without buying anything.',
    'What is registered is true; changes are updated, broken equipment is marked.',
    'Everyone who works in the street is treated with respect, whatever they wear or ride.',
    'The map shows name, position, hours, offers and photos; the contact and number serve the review and stay private.',
  ],
} as const;

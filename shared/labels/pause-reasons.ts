import type { Words } from '../api/answers.ts';

/** Why shops close for a while: words that everybody may see at once, since nobody wrote them. */
export const PAUSE_REASONS: readonly Words[] = [
  { zh: '店休', en: 'Day off' },
  { zh: '装修', en: 'Refurbishment' },
  { zh: '放假', en: 'Holidays' },
  { zh: '停水停电', en: 'No water or power' },
  { zh: '设备维修', en: 'Equipment under repair' },
  { zh: '临时有事', en: 'Something came up' },
];

/** Whether a reason is one of those, in either language. */
export const isPauseReason = (reason: string): boolean =>
  PAUSE_REASONS.some(({ zh, en }) => reason === zh || reason === en);

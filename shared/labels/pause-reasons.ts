import type { Words } from '../api/answers.ts';

/** Why shops close for a while: words that everybody may see at once, since nobody wrote them. */
export const PAUSE_REASONS: readonly Words[] = [
  { zh: '店内装修', en: 'Renovation' },
  { zh: '店休放假', en: 'Holidays' },
  { zh: '设备检修', en: 'Equipment being repaired' },
  { zh: '人手不够', en: 'Short of staff' },
];

/** Whether a reason is one of those, in either language. */
export const isPauseReason = (reason: string): boolean =>
  PAUSE_REASONS.some(({ zh, en }) => reason === zh || reason === en);

import type { CaseLine } from '../../../shared/registration/case.ts';
import type { StaffMessages } from '../../i18n/staff/messages.ts';

/** How pressing a case is, in words and as the name of a colour. */
export type Due = { text: string; tone: 'overdue' | 'soon' | 'later' };

/** When an answer is due; nothing for a case that waits for nobody here. */
export function dueWords(
  { state, workingDaysLeft, dueOn }: Pick<CaseLine, 'state' | 'workingDaysLeft' | 'dueOn'>,
  words: StaffMessages,
): Due | undefined {
  if (state !== 'submitted' || dueOn === undefined) return undefined;
  if (workingDaysLeft < 0) return { text: words.due.overdue(-workingDaysLeft), tone: 'overdue' };
  if (workingDaysLeft === 0) return { text: words.due.today, tone: 'soon' };
  return { text: words.due.left(workingDaysLeft), tone: workingDaysLeft <= 1 ? 'soon' : 'later' };
}

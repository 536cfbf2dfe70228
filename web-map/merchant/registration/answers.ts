import { normalisePhone, PHONE_PATTERN } from '../../../shared/person/phone-pattern.ts';
import { checkSchedule } from '../../../shared/place/check-schedule.ts';
import type { ContactFields, Draft, DraftPatch } from '../../../shared/registration/application.ts';
import { hasValidCheck, normaliseCreditCode } from '../../../shared/registration/credit-code.ts';

/** What the applicant has written, as far as it goes. */
export type Answers = Partial<Draft> & Partial<ContactFields>;
export type AnswerName = keyof Answers;

/** Why an answer is not sent yet. */
export type AnswerFault = 'licence' | 'phone' | 'hours' | 'reason' | 'invitation';

/** What keeps an answer from being saved; none for what is empty. */
export const faultOf = (name: AnswerName, answers: Answers): AnswerFault | undefined => {
  const value = answers[name];
  if (value === undefined || value === '') return undefined;
  switch (name) {
    case 'licenceCode':
      return /^[0-9A-Z]{18}$/.test(normaliseCreditCode(String(value))) ? undefined : 'licence';
    case 'contactPhone':
      return PHONE_PATTERN.test(normalisePhone(String(value))) ? undefined : 'phone';
    case 'invitationCode':
      return /^[0-9A-Za-z-]{1,20}$/.test(String(value).trim()) ? undefined : 'invitation';
    case 'schedule': {
      const { schedule } = answers;
      if (!schedule) return undefined;
      if (schedule.exceptions?.some(({ reason }) => reason.trim() === '')) return 'reason';
      return checkSchedule(schedule).length > 0 ? 'hours' : undefined;
    }
    default:
      return undefined;
  }
};

/** An answer as the server takes it: tidied, `null` where nothing is left of it. */
export const sentAs = (name: AnswerName, answers: Answers): DraftPatch[AnswerName] => {
  const value = answers[name];
  if (typeof value !== 'string') return value ?? null;
  const tidy =
    name === 'licenceCode'
      ? normaliseCreditCode(value)
      : name === 'contactPhone'
        ? normalisePhone(value)
        : value.trim();
  return (tidy || null) as DraftPatch[AnswerName];
};

/** Whether a complete licence code fails its check digit: worth a second look, no reason to stop. */
export const isLicenceDoubtful = (text: string | undefined): boolean => {
  const code = normaliseCreditCode(text ?? '');
  return code.length === 18 && !hasValidCheck(code);
};

import type { OwnRegistration, RegistrationKind } from '../../../shared/registration/registration.ts';
import type { Step } from '../../form/steps.tsx';
import { STEP_IDS, type StepId } from '../state/page-view.ts';
import { type AnswerName, type Answers, faultOf } from './answers.ts';

/** THE table: which questions stand on which screen. */
const FIELDS: Readonly<Record<Exclude<StepId, 'check'>, readonly AnswerName[]>> = {
  shop: ['name', 'nameEn', 'category', 'publicPhone', 'invitationCode'],
  contact: ['licenceCode', 'contactName', 'contactPhone'],
  where: ['position', 'address', 'access'],
  hours: ['schedule'],
  offers: ['amenities', 'pledge', 'services'],
  photos: ['photos'],
  pledge: ['consent'],
};

/** What a change that needs a review is about; all else an owner edits by themselves. */
const OF_CHANGE: readonly StepId[] = ['shop', 'where', 'check'];

/** The screens of a kind of registration, in order. */
export const stepsOf = (kind: RegistrationKind): readonly StepId[] =>
  kind === 'change' ? OF_CHANGE : STEP_IDS;

/** The screen on which a field is asked; `check` for those asked there. */
export const stepOfField = (field: string): StepId =>
  STEP_IDS.find((id) => id !== 'check' && (FIELDS[id] as readonly string[]).includes(field)) ?? 'check';

/** The fields of a screen. */
export const fieldsOfStep = (id: StepId): readonly AnswerName[] => (id === 'check' ? ['note'] : FIELDS[id]);

/** How a screen stands: something wrong or asked for, something missing, or done. */
export const stateOfStep = (
  id: StepId,
  registration: OwnRegistration,
  answers: Answers,
  isAsked: (field: string) => boolean,
): Step['state'] => {
  const fields = fieldsOfStep(id);
  if (fields.some((field) => isAsked(field) || faultOf(field, answers))) return 'problem';
  if (id === 'check') return 'todo';
  if (fields.some((field) => registration.missing.includes(field))) return 'todo';
  const isBegun = fields.some((field) => answers[field] !== undefined) || id === 'contact';
  return isBegun ? 'done' : 'todo';
};

import { DomainError } from '../api/problem.ts';
import type { RegistrationState } from './registration.ts';

export type RegistrationAction =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'claim'
  | 'release'
  | 'approve'
  | 'request_changes'
  | 'reject'
  | 'undo';

/** THE table of a registration's life: who may do what in which state, and where it leads. */
const TRANSITIONS: Record<
  RegistrationAction,
  { by: 'applicant' | 'reviewer'; from: readonly RegistrationState[]; to?: RegistrationState }
> = {
  edit: { by: 'applicant', from: ['draft', 'needs_changes'] },
  submit: { by: 'applicant', from: ['draft', 'needs_changes'], to: 'submitted' },
  withdraw: { by: 'applicant', from: ['draft', 'submitted', 'needs_changes'], to: 'withdrawn' },
  claim: { by: 'reviewer', from: ['submitted'] },
  release: { by: 'reviewer', from: ['submitted'] },
  approve: { by: 'reviewer', from: ['submitted'], to: 'approved' },
  request_changes: { by: 'reviewer', from: ['submitted'], to: 'needs_changes' },
  reject: { by: 'reviewer', from: ['submitted'], to: 'rejected' },
  undo: { by: 'reviewer', from: ['approved', 'needs_changes', 'rejected'], to: 'submitted' },
};

/** What the applicant, or a reviewer, may do in a state. */
export const actionsIn = (state: RegistrationState, by: 'applicant' | 'reviewer'): RegistrationAction[] =>
  (Object.keys(TRANSITIONS) as RegistrationAction[]).filter(
    (action) => TRANSITIONS[action].by === by && TRANSITIONS[action].from.includes(state),
  );

/**
 * The state after an action.
 * @throws DomainError `wrong_state` when it is not allowed in this state.
 */
export const stateAfter = (state: RegistrationState, action: RegistrationAction): RegistrationState => {
  const { from, to = state } = TRANSITIONS[action];
  if (!from.includes(state)) throw new DomainError('wrong_state', `${action} while ${state}`);
  return to;
};

/** How long a reviewer may take a decision back. */
export const UNDO_MINUTES = 10;

/** Within how many working days an applicant is answered. */
export const REVIEW_WORKING_DAYS = 5;

import { DomainError } from '../api/problem.ts';
import type { Registration } from './registration.ts';
import { actionsIn, type RegistrationAction, stateAfter, UNDO_MINUTES } from './registration-state.ts';

/** A reviewer who took a case and forgot it holds it no longer than this. */
const CLAIM_HOURS = 24;

export type ReviewAction = Extract<
  RegistrationAction,
  'claim' | 'release' | 'approve' | 'request_changes' | 'reject' | 'undo'
>;

type Reviewed = Pick<Registration, 'state' | 'applicant' | 'claimedBy' | 'decision' | 'updatedAt'>;

/** Until when a decision made now may be taken back. */
export const undoUntil = (now: Date): string => new Date(now.getTime() + UNDO_MINUTES * 60_000).toISOString();

/** Who has a case in hand now; nobody where the claim is older than a day. */
export const holderOf = ({ claimedBy }: Pick<Registration, 'claimedBy'>, now: Date): string | undefined =>
  claimedBy && Date.parse(claimedBy.at) + CLAIM_HOURS * 3_600_000 > now.getTime()
    ? claimedBy.person
    : undefined;

/**
 * Whether a reviewer may do something with a case now. Nobody decides what they filed themselves; what a colleague
 * has in hand waits for their release, a day at most; a decision is taken back by who made it, within ten minutes and
 * before the applicant has gone on.
 * @throws DomainError `forbidden`, `wrong_state`, `claimed_by_another`, `undo_expired`, `conflict`.
 */
export const admitReview = (
  registration: Reviewed,
  action: ReviewAction,
  reviewer: string,
  now: Date,
): void => {
  stateAfter(registration.state, action);
  if (registration.applicant === reviewer)
    throw new DomainError('forbidden', 'somebody else decides about what one has filed');
  if (action === 'undo') {
    admitUndo(registration, reviewer, now);
    return;
  }
  const holder = holderOf(registration, now);
  if (holder !== undefined && holder !== reviewer) throw new DomainError('claimed_by_another');
  if (action === 'claim' && holder === reviewer)
    throw new DomainError('wrong_state', 'it is in hand already');
  if (action === 'release' && holder === undefined)
    throw new DomainError('wrong_state', 'nobody has it in hand');
};

const admitUndo = ({ decision, updatedAt }: Reviewed, reviewer: string, now: Date): void => {
  if (decision?.by !== reviewer) throw new DomainError('forbidden', 'somebody else made this decision');
  if (now.toISOString() > decision.undoUntil) throw new DomainError('undo_expired');
  if (updatedAt !== decision.at) throw new DomainError('conflict', 'the applicant has gone on since');
};

/** What a reviewer may do with a case now. */
export const reviewActions = (registration: Reviewed, reviewer: string, now: Date): ReviewAction[] =>
  (actionsIn(registration.state, 'reviewer') as ReviewAction[]).filter((action) => {
    try {
      admitReview(registration, action, reviewer, now);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });

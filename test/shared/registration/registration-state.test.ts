import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../shared/api/problem.ts';
import { RegistrationState } from '../../../shared/registration/registration.ts';
import {
  actionsIn,
  type RegistrationAction,
  stateAfter,
} from '../../../shared/registration/registration-state.ts';

const ACTIONS: RegistrationAction[] = [
  'edit',
  'submit',
  'withdraw',
  'claim',
  'release',
  'approve',
  'request_changes',
  'reject',
  'undo',
];
const anyAction = fc.constantFrom(...ACTIONS);

type Step = { state: RegistrationState; from?: RegistrationState; by?: RegistrationAction };

/** The states that a walk passes through; what is not allowed is skipped, as the API refuses it. */
const walk = (actions: readonly RegistrationAction[]): Step[] => {
  const path: Step[] = [{ state: 'draft' }];
  for (const by of actions) {
    const from = path.at(-1)!.state;
    try {
      path.push({ state: stateAfter(from, by), from, by });
    } catch (error) {
      expect((error as DomainError).code).toBe('wrong_state');
    }
  }
  return path;
};

describe('the life of a registration', () => {
  it('leads nowhere from withdrawn', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        const states = walk(actions).map(({ state }) => state);
        const withdrawn = states.indexOf('withdrawn');
        if (withdrawn >= 0) expect(states.length).toBe(withdrawn + 1);
      }),
      { numRuns: 500 },
    );
    expect(actionsIn('withdrawn', 'applicant')).toEqual([]);
    expect(actionsIn('withdrawn', 'reviewer')).toEqual([]);
  });

  it('is approved or rejected only by a reviewer, of what was handed in', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        for (const { state, from, by } of walk(actions)) {
          if (state === 'approved' && from !== state) expect([by, from]).toEqual(['approve', 'submitted']);
          if (state === 'rejected' && from !== state) expect([by, from]).toEqual(['reject', 'submitted']);
        }
      }),
    );
  });

  it('leaves approved and rejected by an undo alone', () => {
    for (const state of ['approved', 'rejected'] as const) {
      expect(actionsIn(state, 'applicant')).toEqual([]);
      expect(actionsIn(state, 'reviewer')).toEqual(['undo']);
      expect(stateAfter(state, 'undo')).toBe('submitted');
    }
  });

  it('never comes back to draft', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        const states = walk(actions).map(({ state }) => state);
        const left = states.findIndex((state) => state !== 'draft');
        if (left >= 0) expect(states.slice(left)).not.toContain('draft');
      }),
    );
  });

  it('offers exactly what it allows', () => {
    for (const state of RegistrationState.options) {
      const offered = [...actionsIn(state, 'applicant'), ...actionsIn(state, 'reviewer')];
      for (const action of ACTIONS) {
        if (offered.includes(action)) expect(() => stateAfter(state, action)).not.toThrow();
        else expect(() => stateAfter(state, action)).toThrow(DomainError);
      }
    }
  });
});

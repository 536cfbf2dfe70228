import { registrationRoutes } from '../../shared/api/registration-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { guards } from '../store/guards.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { claimCase, releaseCase } from './claim-case.ts';
import { createRegistration } from './create-registration.ts';
import { decideCase } from './decide-case.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import { listSuspects } from './list-suspects.ts';
import { getRegistration, listMyRegistrations } from './read-registrations.ts';
import { getReasonTemplates, saveReasonTemplates } from './reason-templates.ts';
import { saveDraft } from './save-draft.ts';
import { submitRegistration } from './submit-registration.ts';
import { undoDecision } from './undo-decision.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

shareAccessToken(tokenStore);

export const handler = defineFunction(
  registrationRoutes,
  {
    listMyRegistrations,
    createRegistration,
    getRegistration,
    saveDraft,
    listSuspects,
    submitRegistration,
    withdrawRegistration,
    listCases,
    getCase,
    claimCase,
    releaseCase,
    decideCase,
    undoDecision,
    getReasonTemplates,
    saveReasonTemplates,
  },
  { guards },
);

import { sessionRoutes } from '../../shared/api/session-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { guards } from '../store/guards.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { exportMe } from './export-me.ts';
import { createGrant, deleteGrant, findMember, listGrants } from './grants.ts';
import { listMessages, readMessages } from './inbox.ts';
import { addSubscriptions, deleteMe, getMe, setMyPhone, updateMe } from './own-account.ts';
import { createSession, endSession } from './sign-in.ts';
import { createTicket, redeemTicket } from './tickets.ts';
import { answerWebSignIn, createWebSignIn, getWebSignIn, pollWebSignIn } from './web-sign-in.ts';

shareAccessToken(tokenStore);

export const handler = defineFunction(
  sessionRoutes,
  {
    createSession,
    endSession,
    createWebSignIn,
    pollWebSignIn,
    getWebSignIn,
    answerWebSignIn,
    createTicket,
    redeemTicket,
    getMe,
    updateMe,
    deleteMe,
    exportMe,
    setMyPhone,
    addSubscriptions,
    listMessages,
    readMessages,
    findMember,
    listGrants,
    createGrant,
    deleteGrant,
  },
  { guards },
);

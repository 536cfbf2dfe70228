import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { clearedCookie } from '../runtime/session-cookie.ts';
import { codeToSession } from '../runtime/wechat/code-to-session.ts';
import { forgetSessionsOf } from '../store/known-sessions.ts';
import { revokeSession } from '../store/revoked-sessions.ts';
import { signInPerson } from '../store/sign-in-person.ts';
import { startSession } from './start-session.ts';

type Routes = typeof sessionRoutes;

/** Signs in whoever WeChat says the code belongs to; who was never here becomes a person. */
export const createSession: Operation<Routes['createSession']> = async (request) => {
  const { openid } = await codeToSession(request.body.code);
  const { person } = await signInPerson(openid, { now: request.now, newId });
  return startSession(person, request.body.carrier, request);
};

/** Signs out. Every copy of the token is worth nothing within half a minute, also one that was renewed. */
export const endSession: Operation<Routes['endSession']> = async ({ session, now, isHttps }) => {
  await revokeSession(session.tokenId, now);
  forgetSessionsOf(session.personId);
  return { body: { endedAt: now.toISOString() }, cookies: [clearedCookie({ isHttps })] };
};

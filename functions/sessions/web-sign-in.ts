import { DomainError, refusedField } from '../../shared/api/problem.ts';
import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { miniProgramCode } from '../runtime/wechat/mini-program-code.ts';
import { findPerson } from '../store/persons.ts';
import * as store from '../store/web-sign-ins.ts';
import { startSession } from './start-session.ts';

type Routes = typeof sessionRoutes;

/** Where the mini-program asks its owner; the code travels as its scene. */
const PHONE_PAGE = 'pages/sign-in/sign-in';

/** Begins a sign-in by scanning: the page keeps the device code to itself and shows the rest. */
export const createWebSignIn: Operation<Routes['createWebSignIn']> = async ({ body, now }) => {
  const { deviceCode, userCode, match, expiresAt } = await store.createWebSignIn(body.page, now);
  const { bytes, mediaType } = await miniProgramCode({ scene: userCode, page: PHONE_PAGE });
  const qrImage = `data:${mediaType};base64,${bytes.toString('base64')}`;
  const intervalSeconds = store.POLL_SECONDS;
  return { body: { deviceCode, userCode, match, qrImage, intervalSeconds, expiresAt } };
};

/** How the sign-in stands; the one poll that finds it confirmed signs its browser in. */
export const pollWebSignIn: Operation<Routes['pollWebSignIn']> = async (request) => {
  // Before the sign-in is used up: it would be lost to the page that it belongs to.
  if (!request.isFromOwnPage) throw new DomainError('cross_site_request');
  const polled = await store.pollWebSignIn(request.body.deviceCode, request.now);
  const { state, intervalSeconds } = polled;
  if (state !== 'signed_in') return { body: { state, intervalSeconds } };
  const person = polled.person === undefined ? undefined : await findPerson(polled.person);
  // Whoever confirmed has deleted their account since.
  if (!person) return { body: { state: 'access_denied', intervalSeconds } };
  const { body, cookies = [] } = await startSession(person, 'cookie', request);
  return { body: { state, intervalSeconds, me: body.me }, cookies };
};

/** What the phone asks before it confirms: which of three pairs of digits the page shows. */
export const getWebSignIn: Operation<Routes['getWebSignIn']> = async ({ params, now }) => {
  const { matches, page, createdAt, expiresAt } = await store.getWebSignIn(params.code, now);
  return { body: { matches, page, createdAt, expiresAt } };
};

/** Confirms or refuses. Other digits than the page's refuse it: whoever chose them looks at another page. */
export const answerWebSignIn: Operation<Routes['answerWebSignIn']> = async ({
  params,
  body,
  session,
  now,
}) => {
  if (body.approve && body.match === undefined) throw refusedField('match', 'the digits that the page shows');
  const signIn = await store.getWebSignIn(params.code, now);
  const isApproved = body.approve && body.match === signIn.match;
  await store.answerWebSignIn(signIn, isApproved ? session.personId : undefined, now);
  return { body: { state: isApproved ? 'approved' : 'denied' } };
};

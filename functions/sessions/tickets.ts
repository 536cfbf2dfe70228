import { DomainError } from '../../shared/api/problem.ts';
import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findPerson } from '../store/persons.ts';
import * as store from '../store/tickets.ts';
import { startSession } from './start-session.ts';

type Routes = typeof sessionRoutes;

/** A ticket for the address of a page that the shell is about to open. */
export const createTicket: Operation<Routes['createTicket']> = async ({ session, now }) => {
  const { ticket, expiresAt } = await store.createTicket(session.personId, now);
  return { body: { ticket, expiresAt: expiresAt.toISOString() } };
};

/** Signs the page in by cookie, once. */
export const redeemTicket: Operation<Routes['redeemTicket']> = async (request) => {
  // Before the ticket is used up: it would be lost to the page that it belongs to.
  if (!request.isFromOwnPage) throw new DomainError('cross_site_request');
  const person = await findPerson(await store.redeemTicket(request.body.ticket, request.now));
  if (!person) throw new DomainError('code_expired');
  return startSession(person, 'cookie', request);
};

import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { countUnread, listInbox, markRead } from '../store/inbox.ts';
import { getPerson } from '../store/persons.ts';

type Routes = typeof sessionRoutes;

export const listMessages: Operation<Routes['listMessages']> = async ({ session, query }) => ({
  body: await listInbox(await getPerson(session.personId), query.cursor),
});

export const readMessages: Operation<Routes['readMessages']> = async ({ session, body, now }) => {
  const person = await markRead(await getPerson(session.personId), body.upTo, now);
  return { body: { unreadCount: await countUnread(person) } };
};

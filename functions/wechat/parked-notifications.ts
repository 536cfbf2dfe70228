import { DomainError } from '../../shared/api/problem.ts';
import type { wechatRoutes } from '../../shared/api/wechat-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findOutboxItem, listParkedOutbox, unparkOutboxItem } from '../store/outbox.ts';
import { findPersonCards } from '../store/persons.ts';

type Routes = typeof wechatRoutes;

/** A WeChat that is not set up right parks everything: the newest tell enough. */
const MOST_SHOWN = 200;

/** Messages that WeChat would not take, newest first. Whoever has deleted their account has none any more. */
export const listParkedNotifications: Operation<Routes['listParkedNotifications']> = async ({ query }) => {
  const items = await listParkedOutbox(query.subdistrict, MOST_SHOWN);
  const cards = await findPersonCards(items.map(({ person }) => person));
  const notifications = items.flatMap(({ person, message, attempts, lastError = 'timeout', at }) => {
    const card = cards.get(person);
    return card
      ? [{ id: message.id, kind: message.kind, person: card, attempts, lastError, parkedAt: at }]
      : [];
  });
  return { body: { notifications } };
};

/** Puts a parked message back to the first try; the stream tells the notifier of it. */
export const retryNotification: Operation<Routes['retryNotification']> = async ({
  params,
  requireScope,
  now,
}) => {
  const item = await findOutboxItem(params.id);
  if (!item) throw new DomainError('not_found', `path id: ${params.id}`);
  requireScope({ subdistrict: item.subdistrict });
  if (!item.isParked) throw new DomainError('wrong_state', 'it is tried again already');
  await unparkOutboxItem(item, now);
  return { body: { state: 'pending' } };
};

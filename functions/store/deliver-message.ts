import { DomainError } from '../../shared/api/problem.ts';
import { templateValues } from '../../shared/message/template-values.ts';
import { sendSubscriptionMessage } from '../runtime/wechat/subscription-message.ts';
import { findTemplate } from '../runtime/wechat/subscription-templates.ts';
import { claimOutboxItem, deleteOutboxItem, noteFailedTry, type OutboxItem } from './outbox.ts';
import { findPerson } from './persons.ts';
import { dropTemplates, findCredits, spendCredit } from './subscriptions.ts';

/**
 * Tries once to send a message of the outbox through WeChat. Sent, not allowed or not configured: it is forgotten
 * there, the inbox has it. Failed: it stays for the next try, or is parked after the last. A second delivery of the
 * same event does nothing.
 */
export const deliverMessage = async (seen: OutboxItem, now: Date): Promise<void> => {
  const item = await claimOutboxItem(seen, now);
  if (!item) return;
  try {
    const failure = await tryToSend(item);
    if (failure === undefined) await deleteOutboxItem(item);
    else await noteFailedTry(item, failure, now);
  } catch (error) {
    await noteFailedTry(item, 'internal', now);
    throw error;
  }
};

/** Why it failed: WeChat's error code or `timeout`; undefined where there is nothing left to do. */
const tryToSend = async ({ person: personId, message }: OutboxItem): Promise<string | undefined> => {
  const template = findTemplate(message.kind);
  const person = template && (await findPerson(personId));
  if (!person || !(await findCredits(personId))[template.id]) return undefined;
  const outcome = await sendSubscriptionMessage({
    openid: person.openid,
    templateId: template.id,
    page: template.page,
    data: templateValues(template, message),
  }).catch((error: unknown) => {
    if (error instanceof DomainError) return { errcode: 'timeout' };
    throw error;
  });
  if (outcome === 'sent') await spendCredit(personId, template.id);
  else if (outcome === 'not_allowed') await dropTemplates(personId, [template.id]);
  else return String(outcome.errcode);
  return undefined;
};

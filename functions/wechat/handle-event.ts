import { DomainError } from '../../shared/api/problem.ts';
import { logAlarm } from '../runtime/log.ts';
import { deletePerson } from '../store/delete-person.ts';
import { findPersonByOpenid, updatePerson } from '../store/persons.ts';
import { saveCheckAnswer } from '../store/photo-checks.ts';
import { allowTemplates, dropTemplates } from '../store/subscriptions.ts';
import type { Cancellation, MediaCheck, PushEvent, Revocation, Subscriptions } from './push-event.ts';

type Tools = { now: Date; newId: () => string };

/** Does what an event asks for; done twice it is done once. An event about somebody who is not here does nothing. */
export const handleEvent = async (event: PushEvent, tools: Tools): Promise<void> => {
  switch (event.Event) {
    case 'wxa_media_check':
      return noteCheck(event);
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event':
      return noteSubscriptions(event);
    case 'user_authorization_revoke':
      return forgetDetails(event);
    case 'user_authorization_cancellation':
      return deleteAccount(event, tools);
  }
};

/**
 * Throws `not_found` for a trace that we did not issue, or not yet: WeChat may be faster than our own note of it, and
 * repeats what was not answered with success.
 */
const noteCheck = async ({ trace_id, errcode, result }: MediaCheck): Promise<void> => {
  const check = errcode === 0 && result ? result.suggest : 'failed';
  if (!(await saveCheckAnswer(trace_id, check))) throw new DomainError('not_found', 'no such trace');
};

const noteSubscriptions = async ({ FromUserName, List }: Subscriptions): Promise<void> => {
  const person = await findPersonByOpenid(FromUserName);
  if (!person) return;
  const answered = (status: 'accept' | 'reject') =>
    List.filter((entry) => entry.SubscribeStatusString === status).map(({ TemplateId }) => TemplateId);
  await allowTemplates(person.id, answered('accept'));
  await dropTemplates(person.id, answered('reject'));
};

/** The numbers under which WeChat lists what of a person we keep: their telephone number, and how they are called. */
const PHONE = '8';
const NICKNAMES = ['6', '19'];

const forgetDetails = async ({ OpenID, RevokeInfo = '' }: Revocation): Promise<void> => {
  const person = await findPersonByOpenid(OpenID);
  const revoked = RevokeInfo.split(/\D+/);
  const isPhone = revoked.includes(PHONE);
  const isNickname = NICKNAMES.some((info) => revoked.includes(info));
  if (!person || (!isPhone && !isNickname)) return;
  await updatePerson(person.id, { ...(isPhone && { phone: null }), ...(isNickname && { nickname: null }) });
};

/** The last admin of a subdistrict cannot go without another one: then an operator has to see to it. */
const deleteAccount = async ({ OpenID }: Cancellation, tools: Tools): Promise<void> => {
  const person = await findPersonByOpenid(OpenID);
  if (!person) return;
  try {
    await deletePerson(person.id, tools);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'last_admin')) throw error;
    logAlarm('wechat', { call: 'user_authorization_cancellation', reason: error.code, person: person.id });
  }
};

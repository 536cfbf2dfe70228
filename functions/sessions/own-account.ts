import { refusedField } from '../../shared/api/problem.ts';
import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import { maskPhone } from '../../shared/person/phone.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { clearedCookie } from '../runtime/session-cookie.ts';
import { phoneNumberOf } from '../runtime/wechat/phone-number.ts';
import { listTemplateIds } from '../runtime/wechat/subscription-templates.ts';
import { deletePerson } from '../store/delete-person.ts';
import { encryptFor } from '../store/person-key.ts';
import { getPerson, updatePerson } from '../store/persons.ts';
import { addCredits } from '../store/subscriptions.ts';
import { checkText } from '../store/text-check.ts';
import { describeMe } from './describe-me.ts';

type Routes = typeof sessionRoutes;

export const getMe: Operation<Routes['getMe']> = async ({ session }) => ({
  body: await describeMe(await getPerson(session.personId)),
});

/** Staff read the name: one that WeChat's machine finds risky is not taken. */
export const updateMe: Operation<Routes['updateMe']> = async ({ session, body }) => {
  const { nickname, language } = body;
  if (nickname && (await checkText(session.personId, nickname)) === 'risky') {
    throw refusedField('nickname', 'not a name to be called by');
  }
  const person = await updatePerson(session.personId, {
    ...(nickname !== undefined && { nickname }),
    ...(language !== undefined && { language }),
  });
  return { body: await describeMe(person) };
};

export const deleteMe: Operation<Routes['deleteMe']> = async ({ session, now, isHttps }) => {
  await deletePerson(session.personId, { now, newId });
  return { body: { deletedAt: now.toISOString() }, cookies: [clearedCookie({ isHttps })] };
};

/** The number is stored encrypted with the person's own key, and shown to nobody in full. */
export const setMyPhone: Operation<Routes['setMyPhone']> = async ({ session, body }) => {
  const phone = await phoneNumberOf(body.code);
  const encrypted = await encryptFor(session.personId, phone);
  const masked = maskPhone(phone);
  return { body: await describeMe(await updatePerson(session.personId, { phone: { encrypted, masked } })) };
};

/** What the shell was configured with and this installation does not send is left out. */
export const addSubscriptions: Operation<Routes['addSubscriptions']> = async ({ session, body }) => {
  const sent = listTemplateIds();
  const known = [...new Set(body.accepted)].filter((template) => sent.includes(template));
  return { body: { credits: await addCredits(session.personId, known) } };
};

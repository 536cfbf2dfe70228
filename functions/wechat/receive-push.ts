import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import type { wechatRoutes } from '../../shared/api/wechat-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { secretValues } from '../runtime/secrets.ts';
import { checkFresh, checkSignature, openEnvelope } from '../runtime/wechat/push-envelope.ts';
import { wechatAppId } from '../runtime/wechat/wechat-app.ts';
import { noteHandled, wasHandled } from '../store/push-events.ts';
import { handleEvent } from './handle-event.ts';
import { AnyEvent, isKnownEvent, PushEvent } from './push-event.ts';

type Routes = typeof wechatRoutes;

/** What WeChat takes for an answer: anything else is pushed again, three times in all. */
const SUCCESS = { body: 'success' };

/** Answers WeChat's test of the address: the text it sent, as it is. */
export const verifyPush: Operation<Routes['verifyPush']> = async ({ query, now }) => {
  const { pushToken } = (await secretValues()).wechat;
  checkSignature(query.signature, pushToken, query.timestamp, query.nonce);
  checkFresh(query.timestamp, now);
  return { body: query.echostr };
};

/**
 * Takes an event. Only the signature over the encrypted text counts: the plain one does not cover the body. What
 * cannot be handled is answered with its problem, so that WeChat pushes it again.
 */
export const receivePush: Operation<Routes['receivePush']> = async ({ query, body, now }) => {
  const { pushToken, pushAesKey } = (await secretValues()).wechat;
  const encrypted = encryptedOf(body);
  checkSignature(query.msg_signature, pushToken, query.timestamp, query.nonce, encrypted);
  checkFresh(query.timestamp, now);
  const text = openEnvelope(encrypted, { aesKey: pushAesKey, appId: wechatAppId() });
  const event = readAs(AnyEvent, jsonOf(text));
  if (!isKnownEvent(event) || (await wasHandled(text, now))) return SUCCESS;
  await handleEvent(readAs(PushEvent, event), { now, newId });
  await noteHandled(text, now);
  return SUCCESS;
};

/** @throws DomainError `invalid_request`: what has a right signature may lack its fields all the same. */
const readAs = <Schema extends z.ZodType>(schema: Schema, event: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.');
  throw new DomainError(
    'invalid_request',
    `the event is not as WeChat describes it: ${where || 'no object'}`,
  );
};

const Envelope = z.looseObject({ Encrypt: z.string().min(1) });

/** @throws DomainError `invalid_request` for XML and for a push that is not encrypted, with what to set instead. */
const encryptedOf = (body: string): string => {
  if (body.trimStart().startsWith('<')) {
    throw new DomainError('invalid_request', 'set the data format of the message push to JSON');
  }
  const parsed = Envelope.safeParse(jsonOf(body));
  if (!parsed.success) {
    throw new DomainError('invalid_request', 'set the message push to the encrypted mode (安全模式)');
  }
  return parsed.data.Encrypt;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('malformed_json', 'the body, or the event in it, is not valid JSON');
  }
};

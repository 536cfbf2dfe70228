import { deliverPush } from './push-delivery.ts';
import { type CallAnswer, failure, textOf, type WechatCall } from './wechat-call.ts';
import type { WechatState } from './wechat-state.ts';

/** What the value of a template's key may be, by the name of the key. */
const VALUES: [RegExp, RegExp][] = [
  [/^thing\d+$/, /^[\s\S]{1,20}$/u],
  [/^phrase\d+$/, /^[\u4e00-\u9fff]{1,5}$/u],
  [/^name\d+$/, /^[\s\S]{1,10}$/u],
  [/^(?:date|time)\d+$/, /^(?:\d{4}年\d{1,2}月\d{1,2}日)?(?: ?\d{1,2}:\d{2})?$/],
  [/^number\d+$/, /^\d{1,32}$/],
  [/^character_string\d+$/, /^[\x20-\x7e]{1,32}$/],
];

const creditKey = (openid: string, templateId: string) => `${openid} ${templateId}`;

/** What a person answers when the phone asks whether they may be told: each yes is good for one message. */
export async function answerSubscription(
  state: WechatState,
  openid: string,
  templates: Record<string, 'accept' | 'reject'>,
): Promise<void> {
  for (const [templateId, answer] of Object.entries(templates)) {
    const key = creditKey(openid, templateId);
    if (answer === 'accept') state.credits.set(key, (state.credits.get(key) ?? 0) + 1);
  }
  const entries = Object.entries(templates).map(([TemplateId, SubscribeStatusString]) => ({
    TemplateId,
    SubscribeStatusString,
    PopupScene: '0',
  }));
  await deliverPush(state, subscriptionEvent(state, openid, 'subscribe_msg_popup_event', entries));
}

/** A person turns messages off in WeChat's own settings: what they allowed is gone. */
export async function refuseSubscriptions(
  state: WechatState,
  openid: string,
  templateIds: string[],
): Promise<void> {
  for (const templateId of templateIds) state.credits.delete(creditKey(openid, templateId));
  const entries = templateIds.map((TemplateId) => ({ TemplateId, SubscribeStatusString: 'reject' }));
  await deliverPush(state, subscriptionEvent(state, openid, 'subscribe_msg_change_event', entries));
}

function subscriptionEvent({ settings }: WechatState, openid: string, event: string, entries: object[]) {
  return {
    ToUserName: 'gh_standin',
    FromUserName: openid,
    CreateTime: String(Math.floor(settings.now() / 1000)),
    MsgType: 'event',
    Event: event,
    // An object for one, an array for several.
    List: entries.length === 1 ? entries[0] : entries,
  };
}

/** Sending subscription messages. */
export const messageCalls: WechatCall[] = [
  {
    name: 'subscribeMessage.send',
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    needsToken: true,
    run: ({ state, body }): CallAnswer => {
      const [openid, templateId] = [textOf(body.touser), textOf(body.template_id)];
      if (openid === '') return failure(40003, 'invalid openid');
      if (!/^[\w-]{5,64}$/.test(templateId)) return failure(40037, 'invalid template_id');
      const data = Object.entries((body.data ?? {}) as Record<string, { value?: unknown }>).map(
        ([key, entry]) => [key, entry.value] as const,
      );
      const wrong = data.find(([key, value]) => {
        const rule = VALUES.find(([name]) => name.test(key));
        return !rule || typeof value !== 'string' || value === '' || !rule[1].test(value);
      });
      if (wrong) return failure(47003, `argument invalid! data.${wrong[0]}.value invalid`);
      const key = creditKey(openid, templateId);
      const credits = state.credits.get(key) ?? 0;
      if (credits === 0) return failure(43101, 'user refuse to accept the msg');
      state.credits.set(key, credits - 1);
      const page = typeof body.page === 'string' ? body.page : undefined;
      state.sent.push({ openid, templateId, page, data: Object.fromEntries(data) as Record<string, string> });
      return { errcode: 0, errmsg: 'ok', msgid: Date.now() };
    },
  },
];

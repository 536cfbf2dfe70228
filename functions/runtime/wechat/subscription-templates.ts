import type { MessageKind } from '../../../shared/message/message.ts';
import { type SubscriptionTemplate, SubscriptionTemplates } from '../../../shared/message/template-values.ts';
import { env } from '../env.ts';

let templates: SubscriptionTemplates | undefined;

/** The template with which messages of a kind go through WeChat; undefined where there is none. */
export const findTemplate = (kind: MessageKind): SubscriptionTemplate | undefined => {
  templates ??= SubscriptionTemplates.parse(JSON.parse(env.WECHAT_TEMPLATES));
  return templates[kind];
};

import type { MessageKind } from '../../../shared/message/message.ts';
import {
  completeTemplate,
  type SubscriptionTemplate,
  SubscriptionTemplates,
} from '../../../shared/message/template-values.ts';
import { env } from '../env.ts';

let templates: SubscriptionTemplates | undefined;

const readTemplates = (): SubscriptionTemplates => {
  templates ??= SubscriptionTemplates.parse(JSON.parse(env.WECHAT_TEMPLATES));
  return templates;
};

/** The template with which messages of a kind go through WeChat; undefined where there is none. */
export const findTemplate = (kind: MessageKind): SubscriptionTemplate | undefined => {
  const given = readTemplates()[kind];
  return given === undefined ? undefined : completeTemplate(given);
};

/** The ids of all templates that this installation sends. */
export const listTemplateIds = (): string[] => [
  ...new Set(Object.values(readTemplates()).map((given) => completeTemplate(given).id)),
];

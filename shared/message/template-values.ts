import * as z from 'zod';
import { civilOfDay, clockTimeOf, dayNumberOf } from '../calendar/shanghai-time.ts';
import { MESSAGE_PHRASES } from '../labels/message-words.ts';
import { type Message, MessageKind } from './message.ts';
import { messageText } from './message-text.ts';

/** What a message can put into a subscription template: whom it is about, what became of it, why, and when. */
const TemplateField = z.enum(['name', 'outcome', 'remark', 'time']);
type TemplateField = z.infer<typeof TemplateField>;

/** Which field goes under which key of a template, where nothing is said: the one that `docs/wechat.md` proposes. */
const PROPOSED: Record<string, TemplateField> = {
  thing1: 'name',
  phrase2: 'outcome',
  thing3: 'remark',
};

const TemplateId = z.string().regex(/^[\w-]{10,64}$/);

/** A template of WeChat: its id alone, or with the field under each of its keys and the page that it opens. */
const GivenTemplate = z.union([
  TemplateId,
  z.strictObject({
    id: TemplateId,
    data: z.record(z.string().regex(/^(?:thing|phrase|time|date)\d+$/), TemplateField).optional(),
    page: z.string().min(1).optional(),
  }),
]);

/** The templates of an installation; kinds without one are told in the inbox alone. */
export const SubscriptionTemplates = z.partialRecord(MessageKind, GivenTemplate, {
  error: `must name a template for kinds of message: ${MessageKind.options.join(', ')}`,
});
export type SubscriptionTemplates = z.infer<typeof SubscriptionTemplates>;

export type SubscriptionTemplate = {
  id: string;
  data: Record<string, TemplateField>;
  page?: string | undefined;
};

/** A template with the fields that were proposed where none are given. */
export const completeTemplate = (given: z.infer<typeof GivenTemplate>): SubscriptionTemplate => {
  const {
    id,
    data = PROPOSED,
    page,
  }: Exclude<typeof given, string> = typeof given === 'string' ? { id: given } : given;
  return { id, data, page };
};

/** What WeChat takes under a key, in characters. A longer value is refused with the whole message. */
const MOST_CHARACTERS: Record<string, number> = { thing: 20, phrase: 5 };
const ELLIPSIS = '…';
/** A value must not be empty. */
const NOTHING = '无';

/** The values of a message by the keys of a template, each cut to what WeChat takes. */
export const templateValues = (
  { data }: Pick<SubscriptionTemplate, 'data'>,
  message: Message,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).map(([key, field]) => [key, cut(fieldOf(message, field), key.replace(/\d+$/, ''))]),
  );

const fieldOf = (message: Message, field: TemplateField): string => {
  const { kind, values, at } = message;
  if (field === 'name') return values.name ?? values.subdistrict ?? '';
  if (field === 'outcome') return MESSAGE_PHRASES[kind];
  if (field === 'remark') return values.reason ?? messageText(message, 'zh');
  const moment = new Date(at);
  const { year, month, day } = civilOfDay(dayNumberOf(moment));
  return `${year}年${month}月${day}日 ${clockTimeOf(moment)}`;
};

/** A text in one line and no longer than its kind allows; never half of a character that is made of several. */
const cut = (text: string, type: string): string => {
  const line = text.replace(/\s+/g, ' ').trim() || NOTHING;
  const most = MOST_CHARACTERS[type];
  if (most === undefined || line.length <= most) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line)) {
    if (kept.length + segment.length > most - ELLIPSIS.length) break;
    kept += segment;
  }
  return kept + ELLIPSIS;
};

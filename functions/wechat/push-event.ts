import * as z from 'zod';

/** A field that comes as a number or as its text. */
const NumberOrText = z.union([z.string(), z.number()]).transform(String);

const Answer = z.object({
  TemplateId: z.string().min(1),
  SubscribeStatusString: z.enum(['accept', 'reject']).catch('reject'),
});

/** One answer comes as an object, several as an array. */
const Answers = z.union([z.array(Answer), Answer.transform((answer) => [answer])]);

/** What WeChat's machine says of a picture; without a result it could not look at it. */
const MediaCheck = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(128),
  errcode: z.coerce.number().default(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});

/** A person answered whether they may be told, or turned messages off in WeChat's settings. */
const Subscriptions = z.object({
  Event: z.enum(['subscribe_msg_popup_event', 'subscribe_msg_change_event']),
  FromUserName: z.string().min(1),
  List: Answers,
});

/** A person takes back what they let us know; `RevokeInfo` says what, as numbers. */
const Revocation = z.object({
  Event: z.literal('user_authorization_revoke'),
  OpenID: z.string().min(1),
  RevokeInfo: NumberOrText.optional(),
});

/** A person ends their account with us in WeChat's settings. */
const Cancellation = z.object({
  Event: z.literal('user_authorization_cancellation'),
  OpenID: z.string().min(1),
});

export type MediaCheck = z.output<typeof MediaCheck>;
export type Subscriptions = z.output<typeof Subscriptions>;
export type Revocation = z.output<typeof Revocation>;
export type Cancellation = z.output<typeof Cancellation>;

/** The events that mean something here. */
export const PushEvent = z.discriminatedUnion('Event', [MediaCheck, Subscriptions, Revocation, Cancellation]);
export type PushEvent = z.output<typeof PushEvent>;

/** The name of an event; a message that somebody wrote to the mini-program has none. */
export const AnyEvent = z.looseObject({ Event: z.string().optional() });

/** The events that mean something here; all others are answered and forgotten. */
export const isKnownEvent = ({ Event = '' }: z.output<typeof AnyEvent>): boolean =>
  PushEvent.options.some(({ shape }) => shape.Event.safeParse(Event).success);

import type { Me } from '../../shared/person/person.ts';
import { anonymousCall } from './session-store.ts';
import { isInShell } from './shell-bridge.ts';

/** A one-time ticket of the shell, and the member code of whom it signs in. */
export type Ticket = { ticket: string; memberCode: string | undefined };

/**
 * The ticket with which the shell opened this page (`#ticket=…&for=…`), taken out of the address at once, so that it
 * stands in no history and no shared link. Undefined without one, and outside the shell, which alone has such links:
 * elsewhere a link would sign in whoever follows it as the person who made it.
 */
export const takeTicket = (page: Window): Ticket | undefined => {
  const { location, history } = page;
  const parameters = new URLSearchParams(location.hash.slice(1));
  const ticket = parameters.get('ticket');
  const memberCode = parameters.get('for') ?? undefined;
  if (ticket === null) return undefined;
  parameters.delete('ticket');
  parameters.delete('for');
  const rest = parameters.toString();
  history.replaceState(history.state, '', `${location.pathname}${location.search}${rest && `#${rest}`}`);
  return isInShell(page) ? { ticket, memberCode } : undefined;
};

/** Turns a ticket into a session. Rejects when it is used or older than a minute. */
export const redeemTicket = async ({ ticket }: Ticket): Promise<Me> =>
  (await anonymousCall('redeemTicket', { body: { ticket } })).me;

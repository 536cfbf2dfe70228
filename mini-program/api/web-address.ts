import { shellConfig } from '../shell-config.ts';
import { call } from './call.ts';

/** The pages that the shell shows inside itself. */
export const WEB_PAGES = { map: '/', merchant: '/merchant/', staff: '/staff/' } as const;
export type WebPage = keyof typeof WEB_PAGES;

/**
 * The address of a page. Where somebody has to be signed in it carries a ticket of 60 seconds and one use in its
 * fragment, which no server and no log ever sees, and whom it is for.
 */
export const webAddress = async (page: WebPage, rest = ''): Promise<string> => {
  const address = shellConfig.origin + WEB_PAGES[page];
  if (page === 'map') return rest ? `${address}#${rest}` : address;
  const [{ ticket }, { memberCode }] = await Promise.all([call('createTicket'), call('getMe')]);
  return `${address}#ticket=${ticket}&for=${memberCode}${rest && `&${rest}`}`;
};

/** What a scanned code says of this map: the id of a place, or nothing. */
export const placeOfCode = (text: string): string | undefined => {
  const start = `${shellConfig.origin}/#`;
  if (!text.startsWith(start)) return undefined;
  return /(?:^|&)place=([0-9A-Z]{26})(?:&|$)/.exec(text.slice(start.length))?.[1];
};

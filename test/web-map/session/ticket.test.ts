import { describe, expect, it } from 'vitest';
import { takeTicket } from '../../../web-map/session/ticket.ts';

/** A page as it was opened, and the address that it shows afterwards. */
const opened = (hash: string, userAgent: string) => {
  const shown: string[] = [];
  const page = {
    location: { hash, pathname: '/merchant/', search: '' },
    history: { state: null, replaceState: (_state: unknown, _title: string, url: string) => shown.push(url) },
    navigator: { userAgent },
  };
  return { ticket: takeTicket(page as unknown as Window), shown };
};
const LINK = '#ticket=abcdefgh&for=YFMABTQ4&view=places';
const SHELL = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 miniProgram/wx0000000000000000';

describe('the ticket of a link', () => {
  it('is taken in the shell, and out of the address', () => {
    expect(opened(LINK, SHELL)).toEqual({
      ticket: { ticket: 'abcdefgh', memberCode: 'YFMABTQ4' },
      shown: ['/merchant/#view=places'],
    });
  });

  it.each(['Mozilla/5.0 (X11; Linux) Chrome/140', 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50'])(
    'signs in nobody who followed it in a browser: %s',
    (browser) => {
      expect(opened(LINK, browser)).toEqual({ ticket: undefined, shown: ['/merchant/#view=places'] });
    },
  );

  it('is none where the address has none', () => {
    expect(opened('#view=places', SHELL)).toEqual({ ticket: undefined, shown: [] });
  });
});

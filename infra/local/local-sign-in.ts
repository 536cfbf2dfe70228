import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from './env.ts';

const DemoPerson = z.object({
  openid: z.string(),
  nickname: z.string(),
  about: z.object({ zh: z.string(), en: z.string() }),
});

/** The sample identities that the pages offer on this machine. */
export const readDemoPeople = (): z.infer<typeof DemoPerson>[] =>
  z.array(DemoPerson).parse(JSON.parse(readFileSync(join(root, 'infra/local/seed/people.json'), 'utf8')));

/**
 * Answers what the pages need to sign in without a phone: `GET /local/people`, and `POST /local/codes {openid}`, which
 * gives the code that WeChat would give the phone of that person. Whoever may call it can be anybody here: only pages
 * of this very site, under a name of this machine, are answered. Nothing of it is deployed.
 */
export function answerSignIn(issueCode: (openid: string) => string) {
  const people = readDemoPeople();
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url } = request;
    if (!url?.startsWith('/local/')) return false;
    if (!isOwnPage(request)) send(response, 403, { error: 'Only pages of this site may sign in here.' });
    else if (method === 'GET' && url === '/local/people') send(response, 200, people);
    else if (method === 'POST' && url === '/local/codes') {
      readOpenid(request).then(
        (openid) => {
          if (people.some((person) => person.openid === openid))
            send(response, 200, { code: issueCode(openid) });
          else send(response, 404, { error: 'There is no such sample identity.' });
        },
        () => send(response, 400, { error: 'Send {"openid": "…"} as JSON.' }),
      );
    } else send(response, 404, { error: 'There is nothing here.' });
    return true;
  };
}

const LOCAL_NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * False for a name that somebody else's server has pointed at this machine (DNS rebinding), and for other sites'
 * pages; what is no browser tells neither origin nor site.
 */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { host = '', origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  return (
    LOCAL_NAMES.test(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === 'same-origin' || site === 'none')
  );
}

const MOST_BYTES = 1000;

async function readOpenid(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MOST_BYTES) throw new Error('too long');
  }
  return z.strictObject({ openid: z.string() }).parse(JSON.parse(text)).openid;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // What nobody has read of the request must not be taken for the next one.
    ...(status >= 400 && { connection: 'close' }),
  });
  response.end(JSON.stringify(body));
}

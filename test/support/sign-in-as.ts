/** Somebody signed in by cookie, and a `fetch` in their name. */
export type SignedIn = {
  personId: string;
  /** `session=…`, as a browser sends it. */
  cookie: string;
  /** Requests a path as a page of the site does: with the cookie, and the header that no foreign form can send. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Signs in at a gateway with a code of WeChat's stand-in. Throws what the system answers instead. */
export async function signInAs(address: string, code: string): Promise<SignedIn> {
  const answer = await fetch(`${address}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'nuanxin-map' },
    body: JSON.stringify({ code, carrier: 'cookie' }),
  });
  if (answer.status !== 201) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  const { me } = (await answer.json()) as { me: { id: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith('session='));
  if (!cookie) throw new Error('signing in set no cookie');
  return {
    personId: me.id,
    cookie,
    fetch: (path, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', cookie);
      if (!headers.has('x-requested-with')) headers.set('x-requested-with', 'nuanxin-map');
      return fetch(address + path, { ...init, headers });
    },
  };
}

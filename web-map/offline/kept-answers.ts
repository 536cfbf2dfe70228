/** Marks an answer that was given because nothing newer could be had. */
const STALE_HEADER = 'x-stale';

/** How long an answer may be given at once while a newer one is on its way (RFC 5861), in milliseconds. */
const REVALIDATE_WINDOW = 10 * 60_000;

/** After this long without an answer, a kept one is better than waiting. */
const PATIENCE = 3_000;

/**
 * What the service itself says of an address. Anything else comes from a throttle, a firewall or a breakdown
 * on the way, and tells nothing that would be truer than what is kept.
 */
const TRUE_STATUSES: readonly number[] = [200, 304, 404, 410];

type Refreshed = (address: string) => void;

/** A cache of API answers that forgets the oldest beyond `limit`. */
export type KeptAnswers = { name: string; limit: number };

/**
 * A kept answer at once if it is fresh enough, a newer one behind it; otherwise the network, and where that
 * fails or is slow whatever is kept, marked as stale. `refreshed` hears of an answer that differs from the
 * one given.
 */
export const staleWhileRevalidate = async (
  request: Request,
  kept: KeptAnswers,
  now: number,
  refreshed: Refreshed,
): Promise<Response> => {
  const before = await find(kept, request);
  if (!before || now - answeredAt(before) > REVALIDATE_WINDOW) return networkFirst(request, kept);
  fetchAndKeep(request, kept).then(
    (answer) => {
      if (answer.ok && answer.headers.get('etag') !== before.headers.get('etag')) refreshed(request.url);
    },
    () => undefined,
  );
  return before;
};

/** The network's answer; where it fails, breaks down, is throttled or slow, what is kept, marked as stale. */
export const networkFirst = async (request: Request, kept: KeptAnswers): Promise<Response> => {
  const asked = fetchAndKeep(request, kept);
  const before = await find(kept, request);
  if (!before) return asked;
  const answer = await Promise.race([asked.catch(() => undefined), patience()]);
  return answer && TRUE_STATUSES.includes(answer.status) ? answer : marked(before);
};

const find = async ({ name }: KeptAnswers, request: Request): Promise<Response | undefined> =>
  (await caches.open(name)).match(request.url);

const fetchAndKeep = async (request: Request, kept: KeptAnswers): Promise<Response> => {
  const answer = await fetch(request);
  if (answer.ok) await keep(kept, request.url, answer.clone()).catch(() => undefined);
  return answer;
};

/** A full disk or a private window may refuse; the answer is given all the same. */
const keep = async ({ name, limit }: KeptAnswers, address: string, answer: Response): Promise<void> => {
  const cache = await caches.open(name);
  await cache.delete(address);
  await cache.put(address, answer);
  const addresses = await cache.keys();
  await Promise.all(
    addresses.slice(0, Math.max(0, addresses.length - limit)).map((old) => cache.delete(old)),
  );
};

const answeredAt = (answer: Response): number => Date.parse(answer.headers.get('date') ?? '') || 0;

const patience = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));

const marked = (answer: Response): Response => {
  const headers = new Headers(answer.headers);
  headers.set(STALE_HEADER, '1');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
};

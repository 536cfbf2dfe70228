import { OWN_PAGE } from '../../shared/api/client.ts';
import { PLEDGE } from '../../shared/registration/pledge.ts';
import type { OwnRegistration } from '../../shared/registration/registration.ts';

/** A `fetch` of somebody who is signed in at a system. */
export type SignedInFetch = (path: string, init?: RequestInit) => Promise<Response>;

/** What a shop in the middle of 华阳路街道 may write; each test names it itself. */
export const sampleApplication = (name: string) => ({
  name,
  category: 'restaurant',
  licenceCode: '91310105MA1FW00002',
  position: { crs: 'wgs84', position: [121.4171, 31.2201] },
  address: '定西路 1 号',
  schedule: {
    week: Array.from({ length: 7 }, () => [[540, 1260]]),
    publicHolidays: 'same_as_sunday',
  },
  amenities: [
    { code: 'seats', state: 'working' },
    { code: 'drinking_water', state: 'working' },
  ],
  consent: { version: PLEDGE.version, acceptedAt: '2026-11-20T02:00:00.000Z' },
  contactName: '王敏',
  contactPhone: '13812345678',
});

/** Sends JSON and reads JSON. Throws with what was answered when it is no success. */
export const sendJson = async <Answer>(
  fetch: SignedInFetch,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Answer> => {
  const answer = await fetch(path, {
    method,
    headers: {
      ...OWN_PAGE,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
};

/** A shop that its owner has handed in for review. `more` replaces fields of the sample. */
export const submitShop = async (
  owner: SignedInFetch,
  name: string,
  more: Record<string, unknown> = {},
): Promise<OwnRegistration> => {
  const { id, version } = await sendJson<OwnRegistration>(owner, 'POST', '/v1/registrations', {
    kind: 'new',
  });
  const draft = { ...sampleApplication(name), ...more };
  const saved = await sendJson<OwnRegistration>(owner, 'PATCH', `/v1/registrations/${id}`, draft, version);
  return sendJson<OwnRegistration>(
    owner,
    'POST',
    `/v1/registrations/${id}/submit`,
    { notADouble: true },
    saved.version,
  );
};

/** A reviewer takes a case in hand and approves it; answers the id of the place on the map. */
export const approveShop = async (reviewer: SignedInFetch, id: string): Promise<string> => {
  const { version } = await sendJson<{ version: number }>(reviewer, 'GET', `/v1/cases/${id}`);
  const claimed = await sendJson<{ version: number }>(
    reviewer,
    'POST',
    `/v1/cases/${id}/claim`,
    undefined,
    version,
  );
  const decided = await sendJson<{ place?: { id: string } }>(
    reviewer,
    'POST',
    `/v1/cases/${id}/decision`,
    { outcome: 'approved' },
    claimed.version,
  );
  if (!decided.place) throw new Error(`no place was made of ${id}`);
  return decided.place.id;
};

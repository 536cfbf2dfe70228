import type { Words } from '../../shared/labels/words.ts';
import { patientFetch } from '../patient-fetch.ts';
import { anonymousCall, signedIn } from './session-store.ts';

/** A sample identity of an installation on one's own machine. */
export type LocalPerson = { openid: string; nickname: string; about: Words };

/** Who may be played here; none on every system that is deployed. */
export const listLocalPeople = async (): Promise<LocalPerson[]> => {
  const answer = await patientFetch('/local/people', {
    method: 'GET',
    headers: { accept: 'application/json' },
  });
  return answer.ok ? (JSON.parse(await answer.text()) as LocalPerson[]) : [];
};

/** Signs in as one of them, by the same way as a phone does. */
export const signInLocally = async (openid: string): Promise<void> => {
  const answer = await patientFetch('/local/codes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'nuanxin-map' },
    body: JSON.stringify({ openid }),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const { code } = JSON.parse(await answer.text()) as { code: string };
  signedIn((await anonymousCall('createSession', { body: { code, carrier: 'cookie' } })).me);
};

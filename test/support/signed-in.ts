import { ulid } from 'ulid';
import { secretValues } from '../../functions/runtime/secrets.ts';
import { signSessionToken } from '../../functions/runtime/session-token.ts';
import { giveGrant } from '../../functions/store/change-grants.ts';
import type { StoredPerson } from '../../functions/store/persons.ts';
import { signInPerson } from '../../functions/store/sign-in-person.ts';
import type { Grant } from '../../shared/access/grant.ts';

export type SignedInPerson = {
  person: StoredPerson;
  /** A session token of theirs. */
  token: string;
  tokenId: string;
  /** The headers of a request of theirs. */
  headers: { authorization: string };
};

/** Somebody who has signed in on the table of this test file, and holds these grants. */
export const signedIn = async (...grants: Grant[]): Promise<SignedInPerson> => {
  const now = new Date();
  const { person } = await signInPerson(`openid-${ulid()}`, { now, newId: ulid });
  const change = { by: 'command:test', at: now.toISOString(), reason: 'test' };
  for (const grant of grants) await giveGrant({ ...grant, person: person.id }, change, ulid);
  const { sessionKeys } = await secretValues();
  const tokenId = ulid();
  const { token } = await signSessionToken(
    { personId: person.id, tokenId, signedInAt: now },
    sessionKeys,
    now,
  );
  return { person, token, tokenId, headers: { authorization: `Bearer ${token}` } };
};

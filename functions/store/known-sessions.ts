import { LRUCache } from 'lru-cache';
import type { Grant } from '../../shared/access/grant.ts';
import { findItems } from './find-items.ts';
import { listGrantsOfPerson, plainGrant } from './grants.ts';
import { personKey, revokedKey } from './person-keys.ts';

/** How long what is known of a session may be told on without asking again. */
const KEPT_MILLISECONDS = 30_000;

type Known = { personId: string; grants: readonly Grant[]; readAt: number };

const known = new LRUCache<string, Known>({ max: 5000 });

/**
 * What the person of a token may do, as the table said at most 30 seconds ago; undefined where the account is
 * deleted or the token signed out.
 */
export const findGrantsOfSession = async (
  { personId, tokenId }: { personId: string; tokenId: string },
  now: Date,
): Promise<readonly Grant[] | undefined> => {
  const kept = known.get(tokenId);
  const age = kept ? now.getTime() - kept.readAt : Number.NaN;
  if (kept?.personId === personId && age >= 0 && age < KEPT_MILLISECONDS) return kept.grants;
  const [[person, revoked], grants] = await Promise.all([
    findItems([personKey(personId), revokedKey(tokenId)], 'schemaVersion'),
    listGrantsOfPerson(personId),
  ]);
  if (!person || revoked) {
    known.delete(tokenId);
    return undefined;
  }
  const read = grants.map(plainGrant);
  known.set(tokenId, { personId, grants: read, readAt: now.getTime() });
  return read;
};

/** Forgets what is known of a person's sessions, so that what was just changed here counts here at once. */
export const forgetSessionsOf = (personId: string): void => {
  for (const [tokenId, session] of known.entries()) if (session.personId === personId) known.delete(tokenId);
};

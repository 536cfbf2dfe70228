/** Builders of the keys of persons and of what is kept under their name. */

/** The partition of what belongs to a person alone: deletion empties it. */
export const personHome = (personId: string): string => `PERSON#${personId}`;

/** The person. */
export const personKey = (personId: string) => ({ PK: personHome(personId), SK: 'PERSON' });

/** The wrapped key with which the person's own secrets are encrypted. */
export const dataKeyKey = (personId: string) => ({ PK: personHome(personId), SK: 'KEY' });

/** The item that keeps WeChat's name of a person to one account. */
export const openidKey = (openid: string) => ({ PK: `UNIQUE#openid#${openid}`, SK: 'UNIQUE' });

/** The item that keeps a member code to one account. */
export const memberCodeKey = (code: string) => ({ PK: `UNIQUE#member#${code}`, SK: 'UNIQUE' });

/** How often a person has allowed a message of each template. */
export const subscriptionsKey = (personId: string) => ({ PK: personHome(personId), SK: 'SUBSCRIPTIONS' });

/** A token that was signed out. */
export const revokedKey = (tokenId: string) => ({ PK: `REVOKED#${tokenId}`, SK: 'REVOKED' });

/** A role of a person; its history stands beside it. */
export const grantKey = (grantId: string) => ({ PK: `GRANT#${grantId}`, SK: 'GRANT' });

/** One entry of a grant's history. */
export const grantChangeKey = (grantId: string, changeId: string) => ({
  PK: `GRANT#${grantId}`,
  SK: `CHANGE#${changeId}`,
});

/** Who is an admin of a subdistrict: the set that never becomes empty. */
export const adminsKey = (subdistrict: string) => ({ PK: `SUB#${subdistrict}`, SK: 'ADMINS' });

/** Calls counted in a window; the hash names what, whose and when. */
export const rateWindowKey = (hash: string) => ({ PK: `RATE#${hash}`, SK: 'RATE' });

/** A request that runs, or its answer, under its idempotency key: a person's stands with what is theirs. */
export const onceKey = (personId: string | undefined, hash: string) =>
  personId === undefined
    ? { PK: `ONCE#${hash}`, SK: 'ONCE' }
    : { PK: personHome(personId), SK: `ONCE#${hash}` };

/** A sign-in by scanning, by the code that its user can read. */
export const webSignInKey = (userCode: string) => ({ PK: `WEBSIGNIN#${userCode}`, SK: 'WEBSIGNIN' });

/** A ticket of the shell, by its hash. */
export const ticketKey = (hash: string) => ({ PK: `TICKET#${hash}`, SK: 'TICKET' });

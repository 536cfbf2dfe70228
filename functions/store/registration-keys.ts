/** Builders of the keys of registrations, beside those of `keys.ts`. */

/** The item of a registration. */
export const registrationKey = (id: string) => ({ PK: `REGISTRATION#${id}`, SK: 'REGISTRATION' });

/** One entry of a registration's history; ULIDs sort by time. */
export const registrationChangeKey = (registrationId: string, changeId: string) => ({
  PK: `REGISTRATION#${registrationId}`,
  SK: `CHANGE#${changeId}`,
});

/** What a queue of registrations is sorted by: one part after the other. */
export const queueOrder = (...parts: readonly (string | undefined)[]): string => parts.join('#');

/** There while an application with this licence is under review, so that there is only one. */
export const openLicenceKey = (code: string) => ({ PK: `UNIQUE#open-licence#${code}`, SK: 'UNIQUE' });

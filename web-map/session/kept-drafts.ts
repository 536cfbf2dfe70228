/** What somebody has typed and nobody has received yet lies in this browser under their own name. */
const prefixOf = (personId: string): string => `nuanxin.draft.${personId}.`;

/** Where the unsent answers of one registration of a person are kept. */
export const draftKey = (personId: string, registrationId: string): string =>
  `${prefixOf(personId)}${registrationId}`;

/** Removes what is kept of a person who leaves this device: the next one may be somebody else's. */
export const forgetDrafts = (personId: string): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefixOf(personId))) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
    return;
  }
};

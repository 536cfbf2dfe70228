/** Builders of the keys of what a subdistrict sets itself, beside those of `keys.ts`. */

/** The reasons that reviewers of a subdistrict use again and again. */
export const reasonTemplatesKey = (subdistrict: string) => ({ PK: `SUB#${subdistrict}`, SK: 'REASONS' });

/** The distances that classes should be within, where a subdistrict has set its own. */
export const standardsKey = (subdistrict: string) => ({ PK: `SUB#${subdistrict}`, SK: 'STANDARDS' });

/** One entry of the history of a subdistrict's settings. */
export const settingsChangeKey = (subdistrict: string, changeId: string) => ({
  PK: `SUB#${subdistrict}`,
  SK: `CHANGE#${changeId}`,
});

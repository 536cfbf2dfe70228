import type { GrantSentences } from './sentences-zh.ts';

/** Every sentence of the command `grant` in English. */
export const sentencesEn: GrantSentences = {
  usage: () => `npm run grant -- --member CODE --role reviewer --subdistrict 310105001
  --member CODE      the eight characters that they see on their own page
  --role ROLE        steward, grid_staff, reviewer, planner, subdistrict_admin or system_admin
  --subdistrict CODE the subdistrict's code; none for system_admin
  --grids A,B        in these grids only; an admin cannot be held to grids
  --take             takes the role away
  --reason TEXT      why, for the change log
  --lang zh|en       language of what is said`,
  badOption: (option) => `${option} is missing or not of the right form.`,
  badCombination: (option) => `This role does not go with ${option} as given.`,
  nobody: (member) => `Nobody has the member code ${member}; they have to sign in once first.`,
  notHeld: (who, role) => `${who} does not have the role ${role}.`,
  lastAdmin: () => 'The last admin cannot be removed: give the role to somebody else first.',
  overtaken: () => 'Somebody changed it just now; try once more.',
  given: (who, role, subdistrict, grids) => `${who} is now ${role} of ${where(subdistrict, grids)}.`,
  taken: (who, role, subdistrict) => `${who} is no longer ${role} of ${where(subdistrict)}.`,
};

const where = (subdistrict = 'all subdistricts', grids?: string[]): string =>
  grids ? `${subdistrict}, grids ${grids.join(', ')}` : subdistrict;

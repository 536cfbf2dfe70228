import type { TokenSentences } from './sentences-zh.ts';

/** Every sentence of the command `token` in English. */
export const sentencesEn: TokenSentences = {
  usage: () => `npm run token -- --role planner --subdistrict 310105001
  --role ROLE        role of a sample person; a rider where it is left out
  --subdistrict CODE the subdistrict's code; none for system_admin
  --grids A,B        in these grids only
  --member CODE      a person who exists, by their member code
  --lang zh|en       language of what is said
The token goes to standard output: curl -H "authorization: Bearer $(npm run -s token -- --role planner --subdistrict 310105001)" …`,
  onlyLocal: () => 'Tokens are for the installation of this machine alone: run npm start here first.',
  nobody: (member) => `Nobody has the member code ${member}.`,
  badRole: () => 'Role, subdistrict or grids are not of the right form.',
  validUntil: (moment) => `valid until ${moment}`,
};

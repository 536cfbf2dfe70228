import type { Place } from './place.ts';

/** What staff and owner write about a place: all that a restore brings back. */
const CONTENT = [
  'name',
  'nameEn',
  'aliases',
  'address',
  'category',
  'kind',
  'tier',
  'position',
  'givenPosition',
  'accuracyMeters',
  'schedule',
  'services',
  'amenities',
  'access',
  'phone',
  'website',
  'pledge',
  'searchKey',
] as const satisfies readonly (keyof Place)[];

/**
 * A place with the content it had at another time. Whose it is, its licence, its marker, its pictures, whether it is
 * open and who has verified it are facts of today and stay.
 */
export const restoredPlace = (place: Place, earlier: Place): Place => {
  const stays = Object.entries(place).filter(([name]) => !(CONTENT as readonly string[]).includes(name));
  const returns = CONTENT.flatMap((name) => (earlier[name] === undefined ? [] : [[name, earlier[name]]]));
  return Object.fromEntries([...stays, ...returns]) as Place;
};

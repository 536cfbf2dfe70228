import { pinyin } from 'pinyin-pro';
import type { NewPlace } from './place.ts';
import { POLYPHONES } from './polyphones.ts';
import { searchText } from './search-match.ts';

/**
 * What search looks through, made when a place is written: one line of plain text (name, aliases, English
 * name, address), then one line of syllables for the name and for each alias, such as
 * `hua'yang'she'qu'shi'tang`. A syllable with several readings keeps them all: `chang|zhang`.
 * Initials need no line of their own, `matchesQuery` finds them in the syllables.
 * Pinyin needs its dictionary, so only writers import this file.
 */
export const searchKey = (place: Pick<NewPlace, 'name' | 'nameEn' | 'address' | 'aliases'>): string => {
  const names = [place.name, ...(place.aliases ?? [])];
  const plain = [...names, place.nameEn ?? '', place.address].map(searchText).filter((text) => text !== '');
  const spoken = names.map(syllablesOf).filter((line) => line !== '');
  return [[...new Set(plain)].join(' '), ...new Set(spoken)].join('\n');
};

/** The syllables of a name joined by apostrophes; empty where it holds no Chinese, for the plain text says it all. */
const syllablesOf = (name: string): string => {
  const text = searchText(name);
  if (!/\p{Script=Han}/u.test(text)) return '';
  const readings = pinyin(text, { toneType: 'none', type: 'all', v: true });
  let syllables = '';
  let inRun = false;
  for (const { origin, pinyin: reading } of readings) {
    const spoken = /^[a-z]+$/.test(reading) && origin !== reading;
    const syllable = spoken ? readingsOf(origin, reading) : origin.replace(/[^a-z0-9]/g, '');
    if (syllable === '') continue;
    // A run of letters or digits is one syllable: 24小时 is `24'xiao'shi`, KFC is `kfc`.
    syllables += syllables === '' || (inRun && !spoken) ? syllable : `'${syllable}`;
    inRun = !spoken;
  }
  return syllables;
};

const readingsOf = (character: string, inContext: string): string =>
  [...new Set([inContext, ...(POLYPHONES[character] ?? [])])].join('|');

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey } from '../../../shared/place/search-key.ts';
import { matchesQuery } from '../../../shared/place/search-match.ts';

const canteen = searchKey({
  name: '华阳社区食堂',
  nameEn: 'Huayang Community Canteen',
  address: '安化路492号',
  aliases: ['长者食堂', 'KFC 24小时店'],
});

describe('matchesQuery', () => {
  it.each([
    ['食堂', 'a part of the name'],
    ['堂', 'one character'],
    ['huayang', 'pinyin'],
    ['hys', 'initials'],
    ['hysqst', 'all initials'],
    ['huays', 'pinyin and then initials'],
    ['hysheq', 'initials and then pinyin, unfinished'],
    ['shitang', 'pinyin from the middle of the name'],
    ['HUAYANG', 'upper case'],
    ['ＨＹＳ', 'full-width letters'],
    ['hua yang', 'spaces: every word matches'],
    ['食堂 安化', 'words of name and address in any order'],
    ['华阳st', 'Chinese and initials in one word'],
    ['canteen', 'English'],
    ['zhangzhe', 'an alias by its one reading'],
    ['czst', 'and by its other'],
    ['zhzh', 'initials of two letters'],
    ['24小时', 'a number before Chinese'],
    ['24xs', 'a number before initials'],
    ['kfc', 'Latin letters inside a name'],
    ['492', 'a house number'],
    ['', 'an empty query'],
    ['，', 'punctuation alone'],
  ])('finds by %j: %s', (query) => {
    expect(matchesQuery(canteen, query)).toBe(true);
  });

  it.each([
    ['angshe', 'pinyin that begins inside a syllable'],
    ['hyx', 'initials of another name'],
    ['食堂 武夷', 'a word that does not match'],
    ['st hy q7', 'one wrong word among right ones'],
    ['chst', 'an initial that is not the syllable’s'],
    ['anhua', 'pinyin of the address, which has none in the key'],
  ])('does not find by %j: %s', (query) => {
    expect(matchesQuery(canteen, query)).toBe(false);
  });

  it('does not spell across two names', () => {
    const key = searchKey({ name: '慈善', address: '', aliases: ['驿站'] });
    expect(matchesQuery(key, 'shanyi')).toBe(false);
    expect(matchesQuery(key, 'shanzhan')).toBe(false);
    expect(matchesQuery(key, 'yizhan')).toBe(true);
  });
});

/** Every way to spell a line of syllables, tried one by one: what the match has to agree with. */
const spells = (syllables: string[][], word: string): boolean => {
  const fits = (rest: string[][], left: string): boolean =>
    left !== '' &&
    rest.length > 0 &&
    (rest[0] as string[]).some((reading) => {
      if (reading.startsWith(left)) return true;
      if (left.startsWith(reading) && fits(rest.slice(1), left.slice(reading.length))) return true;
      const initial = /^[zcs]h/.test(left) && reading[1] === 'h' ? 2 : 1;
      return left.startsWith(reading.slice(0, initial)) && fits(rest.slice(1), left.slice(initial));
    });
  return syllables.some((_, start) => fits(syllables.slice(start), word));
};

describe('matching by sound', () => {
  const reading = fc.constantFrom(
    'a',
    'e',
    'an',
    'chang',
    'zhang',
    'zha',
    'lv',
    'lu',
    'nan',
    'na',
    'sha',
    'sa',
  );
  const line = fc.array(fc.uniqueArray(reading, { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 5,
  });

  it('agrees with trying every way to spell', () => {
    fc.assert(
      fc.property(
        line,
        fc.string({ unit: fc.constantFrom(...'aehnzcsglvu'), minLength: 1, maxLength: 8 }),
        (syllables, word) => {
          const key = `\n${syllables.map((readings) => readings.join('|')).join("'")}`;
          expect(matchesQuery(key, word) || key.includes(word)).toBe(
            spells(syllables, word) || key.includes(word),
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each(['阿', '鹅', '绿', '女'])('takes no longer for sixty times %s', (character) => {
    const key = searchKey({ name: character.repeat(60), address: '' });
    const letter = key.split('\n')[1]?.[0] ?? '';
    let steps = 0;
    // Counted, not timed: every look at a letter of the key goes through charCodeAt.
    const counted = new Proxy(new String(key), {
      get: (target, name) => {
        if (name === 'charCodeAt') steps += 1;
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }) as unknown as string;
    expect(matchesQuery(counted, `${letter.repeat(40)}q`)).toBe(false);
    expect(steps).toBeGreaterThan(60);
    expect(steps).toBeLessThan(60_000);
  });
});

describe('searchKey', () => {
  it('stays shorter than three times what it is made from', () => {
    expect(canteen.length).toBeLessThan(
      3 * '华阳社区食堂Huayang Community Canteen安化路492号长者食堂KFC 24小时店'.length,
    );
  });

  it('reads the same name the same way in a place of its own: 长宁 is Changning, 银行 is yinhang', () => {
    expect(searchKey({ name: '长宁银行', address: '' })).toMatch(/\nchang\|zhang'ning'yin'hang\|xing$/);
  });

  it('has no syllables for a name without Chinese', () => {
    expect(searchKey({ name: 'Family Mart', address: '' })).toBe('familymart');
  });
});

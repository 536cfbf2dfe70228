import { describe, expect, it } from 'vitest';
import { PLANNER_MESSAGES } from '../../../web-map/i18n/planner/messages.ts';
import { STAFF_MESSAGES } from '../../../web-map/i18n/staff/messages.ts';

const HAN = /\p{Script=Han}/u;

/** Every sentence with the path to it; what is made from values stands for itself. */
const sentencesOf = (part: object, path = ''): [string, string][] =>
  Object.entries(part).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'object') return sentencesOf(value, here);
    return typeof value === 'string' ? [[here, value] as [string, string]] : [];
  });

describe.each([
  ['planner', PLANNER_MESSAGES],
  ['staff', STAFF_MESSAGES],
])('the dictionaries of the %s', (_, { zh, en }) => {
  it('say the same things in both languages', () => {
    const keys = (part: object) => sentencesOf(part).map(([path]) => path);
    expect(keys(en).sort()).toEqual(keys(zh).sort());
  });

  it('speak English in English', () => {
    const mixed = sentencesOf(en).filter(([, text]) => HAN.test(text));
    expect(mixed.map(([path]) => path)).toEqual([]);
  });
});

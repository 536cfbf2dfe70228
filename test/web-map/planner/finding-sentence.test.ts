import { expect, it } from 'vitest';
import type { Analysis, GapFound } from '../../../web-map/planner/engine/planner-engine.ts';
import type { Asked } from '../../../web-map/planner/finding/finding-sentence.ts';
import { findingSentence } from '../../../web-map/planner/finding/finding-sentence.ts';

const gapOf = (people: number) =>
  ({ rank: 1, people, outline: { type: 'Polygon', coordinates: [[]] } }) as unknown as GapFound;
const found = (peopleShare: number, gaps: readonly GapFound[]) =>
  ({
    classes: [{ class: 'rest_stations', meters: 500, peopleShare, areaShare: 0 }],
    gaps,
    warnings: [],
  }) as unknown as Analysis;
const asked = {
  question: { class: 'rest_stations', demand: 'riders' },
  hour: undefined,
  day: 'workday',
  areas: [],
} as unknown as Asked;
const sentences = (after: Analysis | undefined) => {
  const finding = findingSentence(found(353 / 400, [gapOf(47)]), after, asked, 'zh');
  return [finding?.text, finding?.scenario].map((text) => text?.replace(/\u00a0/g, ' '));
};

it('says who has nothing now, and what the scenario makes of it and leaves', () => {
  expect(sentences(found(0.95, [gapOf(12)]))).toEqual([
    '12 % 的骑手在 500 米内没有驿站；缺口最大的是缺口 1，47 人够不着。',
    '照方案办，降到 5 %；剩下最大的缺口是缺口 1，12 人够不着。',
  ]);
});

it('does not call a rise a fall, and names no gap where none is left', () => {
  expect(sentences(found(0.5, []))[1]).toBe('照方案办，升到 50 %。');
  expect(sentences(found(353 / 400, []))[1]).toBe('照方案办，仍是 12 %。');
  expect(sentences(undefined)[1]).toBeUndefined();
});

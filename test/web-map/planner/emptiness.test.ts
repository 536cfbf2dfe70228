import { expect, it } from 'vitest';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import { PLANNER_MESSAGES } from '../../../web-map/i18n/planner/messages.ts';
import { emptinessOf, emptinessPhrase } from '../../../web-map/planner/words/emptiness.ts';

const canteen = { properties: { category: 'canteen' } } as PlaceFeature;
const reasonOf = (code: 'meals' | 'health', facilities: number, isByHour: boolean) =>
  emptinessPhrase(emptinessOf({ class: code, facilities }, [canteen]), isByHour, PLANNER_MESSAGES.zh);

it('tells what is recorded nowhere from what is closed now and from what is too far', () => {
  expect([
    reasonOf('health', 0, true),
    reasonOf('meals', 0, true),
    reasonOf('meals', 0, false),
    reasonOf('meals', 1, true),
  ]).toEqual(['没有登记这类设施', '这时都关着', '都不在用', undefined]);
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { keepChanges, keptChanges } from '../../../web-map/planner/state/kept-changes.ts';

const under = { person: 'P', subdistrict: '310105001', scenario: undefined };
const added: ScenarioChange = {
  type: 'add',
  id: 'a1',
  class: 'rest_stations',
  name: '新站',
  position: [121.42, 31.22],
};

/** What the page finds of changes that some program wrote where it keeps its own. */
const found = (changes: unknown) => {
  keepChanges(under, changes as ScenarioChange[]);
  return keptChanges(under);
};

describe('changes that are kept on the device', () => {
  it('come back as they were, for the one who made them', () => {
    const place = '01JB00000000000000000000AA';
    const changes: ScenarioChange[] = [added, { type: 'move', place, position: [121.41, 31.21] }];
    expect(found(changes)).toEqual(changes);
    expect(keptChanges({ ...under, person: 'Q' })).toBeUndefined();
    keepChanges(under, undefined);
    expect(keptChanges(under)).toBeUndefined();
  });

  it.each([
    ['a position that is none', [{ ...added, position: [null, 31] }]],
    ['a position in words', [{ ...added, position: ['121.42', '31.22'] }]],
    ['half a position', [{ ...added, position: [121.42] }]],
    ['a class that is none', [{ ...added, class: 'castle' }]],
    ['a name without end', [{ ...added, name: '站'.repeat(200_000) }]],
    ['two changes of one thing', [added, added]],
    ['more than a scenario holds', Array.from({ length: 101 }, (_, index) => ({ ...added, id: `${index}` }))],
    ['no list', { 0: added }],
  ])('are none where they hold %s', (_, changes) => {
    expect(found(changes)).toBeUndefined();
  });
});

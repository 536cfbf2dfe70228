import { describe, expect, it } from 'vitest';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import type { Coverage } from '../../../shared/coverage/coverage.ts';
import { createKeptEngines } from '../../../web-map/planner/engine/kept-engines.ts';

const engine = {} as Coverage;

describe('the engines that the worker keeps', () => {
  it('are those of the two layers looked at last, however many were looked at', () => {
    const kept = createKeptEngines();
    for (const layer of DEMAND_LAYERS)
      for (const role of ['base', 'scenario', 'curve']) kept.of(layer).set(role, engine);
    expect(kept.count()).toBe(6);
  });

  it('stay while their layer is looked at again and again', () => {
    const kept = createKeptEngines();
    kept.of('residents').set('base', engine);
    for (const layer of ['riders', 'workers', 'night_riders'] as const) {
      kept.of(layer).set('base', engine);
      expect(kept.of('residents').has('base')).toBe(true);
    }
    expect(kept.of('workers').has('base')).toBe(false);
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { askAs, plannerOf } from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

/** A rectangle of 9.5 by 10 km: 950,000 cells. */
const WIDE = sampleSubdistrict({
  outline: {
    type: 'Polygon',
    coordinates: [
      [
        [121.4, 31.2],
        [121.5, 31.2],
        [121.5, 31.29],
        [121.4, 31.29],
        [121.4, 31.2],
      ],
    ],
  },
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const heldMegabytes = (): number => {
  collectGarbage();
  return process.memoryUsage().arrayBuffers / 1e6;
};

it('all classes for everybody’s layer of a wide subdistrict leave room in the function', async () => {
  await saveSubdistrict(WIDE);
  const planner = await plannerOf();
  const before = heldMegabytes();
  // Each layer is a ground of its own: kept with all their rasters, these would be two gigabytes.
  for (const demand of ['residents', 'riders', 'workers', 'households']) {
    const answer = await askAs(planner, 'exportCoverage', { query: { demand } });
    expect(answer.status).toBe(200);
  }
  expect(heldMegabytes() - before).toBeLessThan(300);
}, 60_000);

import { expect, it } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { markSeedBegun } from '../../../functions/store/seed-mark.ts';
import { findSubdistrict } from '../../../functions/store/subdistricts.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const silent = { stdout: { write: () => {} }, stderr: { write: () => {} } };

it("never touches an operator's own 华阳路街道, not even where a seed was cut off before it", async () => {
  const own = sampleSubdistrict();
  await saveSubdistrict(own);
  for (const prepare of [async () => {}, markSeedBegun]) {
    await prepare();
    expect(await seed([], silent)).toBe(0);
    expect(await findSubdistrict('310105001')).toEqual(own);
    expect((await listPlacesOfSubdistrict('310105001', 'published', undefined)).places).toEqual([]);
  }
});

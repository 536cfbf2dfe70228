import { expect, it, vi } from 'vitest';
import { run as network } from '../../../functions/commands/network.ts';
import { findNetwork } from '../../../functions/store/networks.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import subdistrict from '../../../infra/local/seed/huayang/subdistrict.json' with { type: 'json' };
import { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { heard } from '../../support/heard.ts';

// A network that is really too large takes 60,000 crossings; here 5 kB are too many.
vi.mock(import('../../../functions/store/networks.ts'), async (original) => ({
  ...(await original()),
  MOST_PACKED_BYTES: 5000 as 4_400_000,
}));

it('a network that no browser could fetch is not stored, and what to do is said', async () => {
  await saveSubdistrict(Subdistrict.parse(subdistrict));
  const { lines, io } = heard();
  const file = 'infra/local/seed/huayang/streets.osm';
  expect(await network([file, '--subdistrict', '310105001', '--lang', 'en'], io)).toBe(1);
  expect(lines.stderr).toMatch(
    /^The network has 3\d\d crossings and ends and takes \d+ kB packed; 5 kB is the most .* --margin 500\./m,
  );
  expect(await findNetwork('310105001')).toBeUndefined();
});

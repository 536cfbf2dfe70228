import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { putObject } from '../../../functions/runtime/objects.ts';
import {
  findNetwork,
  MOST_PACKED_BYTES,
  type NetworkFacts,
  packNetwork,
  saveNetwork,
} from '../../../functions/store/networks.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import { buildNetwork } from '../../../shared/coverage/network/build-network.ts';
import { decodeNetwork, encodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import type { ProposedSites } from '../../../shared/coverage/proposed-sites.ts';
import { heard } from '../../support/heard.ts';
import { askAs, getAs, HUAYANG, plannerOf, refusalOf } from '../../support/planning-desk.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';
import { dice, FROM, ORIGIN, streetsOf } from '../../support/street-grid.ts';

let planner: SignedInPerson;
beforeAll(async () => {
  expect(await seed([], heard().io)).toBe(0);
  planner = await plannerOf();
});

const ask = (query: Record<string, string>) => getAs<Coverage>(planner, 'getCoverage', { query });
const codes = ({ warnings }: Pick<Coverage, 'warnings'>) => warnings.map(({ code }) => code);
const facts: NetworkFacts = {
  ...FROM,
  nodes: 2,
  edges: 1,
  meters: 1,
  marginMeters: 0,
  savedAt: '2026-11-20T00:00:00.000Z',
};
const store = async (network: Uint8Array) => saveNetwork(HUAYANG, await packNetwork(network), facts);

/** One street of a kilometre through the middle: most of the subdistrict is far from it. */
const oneStreet = (from = FROM, meters = 500) =>
  encodeNetwork(
    buildNetwork(
      streetsOf(
        [
          [-meters, 0],
          [meters, 0],
        ],
        [[0, 1]],
      ),
      ORIGIN,
      from,
    ).network,
  );

describe('the streets of the seed', () => {
  it('are there from the first start, and said to be an example', async () => {
    expect(await findNetwork(HUAYANG)).toMatchObject({ illustrative: true, date: '2026-11-20' });
    const answer = await ask({ class: 'rest_stations', mode: 'network' });
    expect(answer).toMatchObject({ mode: 'network', detour: 1, dataDates: { network: '2026-11-20' } });
    expect(answer.warnings).toContainEqual({ code: 'illustrative_data', values: { input: 'network' } });
  });

  it('never cover more than a circle does', async () => {
    let lost = 0;
    for (const coverageClass of ['rest_stations', 'meals', 'public_toilet']) {
      for (const meters of ['300', '500', '1000']) {
        const circle = await ask({ class: coverageClass, mode: 'circle', detour: '1', meters });
        const streets = await ask({ class: coverageClass, mode: 'network', meters });
        // What is cut at the rim of a cell is rounded, in both.
        expect(streets.areaShare, `${coverageClass} ${meters}`).toBeLessThanOrEqual(circle.areaShare + 0.002);
        lost = Math.max(lost, circle.areaShare - streets.areaShare);
      }
    }
    expect(lost).toBeGreaterThan(0.1);
  });

  it('are what sites are proposed along, and the gain is what coverage then says', async () => {
    const asked = { class: 'rest_stations', mode: 'network', meters: 500 };
    const { sites, gained, coveredBefore, warnings } = await getAs<ProposedSites>(planner, 'proposeSites', {
      body: { ...asked, count: 2 },
    });
    expect(codes({ warnings })).not.toContain('no_network');
    expect(sites).toHaveLength(2);
    const { id } = await getAs<{ id: string }>(planner, 'createScenario', {
      body: {
        name: '沿街道加两处',
        changes: sites.map(({ position }, index) => ({
          type: 'add',
          id: `new-${index}`,
          class: 'rest_stations',
          name: '新站',
          position,
        })),
      },
    });
    const after = await ask({ class: 'rest_stations', mode: 'network', meters: '500', scenario: id });
    expect((after.coveredPeople ?? 0) - coveredBefore).toBeGreaterThan(0.97 * gained);
    expect((after.coveredPeople ?? 0) - coveredBefore).toBeLessThan(1.03 * gained);
  });
});

describe('a network', () => {
  it('comes packed, and anew only where another one was stored', async () => {
    const first = await askAs(planner, 'getNetwork');
    expect(first.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'private, no-cache' });
    const network = decodeNetwork(gunzipSync(Buffer.from(first.body, 'base64')));
    expect(network.nodeX.length).toBeGreaterThan(200);
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await askAs(planner, 'getNetwork', { headers })).status).toBe(304);
    await store(oneStreet());
    const second = await askAs(planner, 'getNetwork', { headers });
    expect(second.status).toBe(200);
    expect(second.headers.etag).not.toBe(first.headers.etag);
  });

  it('leaves unknown what lies far from every street, warns of it and counts it as not covered', async () => {
    await store(oneStreet());
    const answer = await ask({ class: 'rest_stations', mode: 'network', meters: '5000' });
    const percent = Number(answer.warnings.find(({ code }) => code === 'unknown_cells')?.values?.percent);
    expect(percent).toBeGreaterThan(50);
    expect(answer.peopleShare).toBeCloseTo(1 - percent / 100, 2);
    expect(answer.areas.some(({ peopleShare }) => peopleShare === 0)).toBe(true);
  });

  it.each([
    ['other bytes', Buffer.from('other bytes')],
    ['nothing', Buffer.alloc(0)],
  ])(
    'in whose place the bucket holds %s is none: lines are straight and that is said',
    async (name, bytes) => {
      const { sha256 } = await store(oneStreet({ ...FROM, source: name }));
      await putObject(`networks/${HUAYANG}/${sha256}`, bytes, 'application/gzip');
      const answer = await ask({ class: 'rest_stations', mode: 'network' });
      expect(answer.mode).toBe('circle');
      expect(codes(answer)).toContain('no_network');
      expect(await refusalOf(planner, 'getNetwork')).toMatchObject({ status: 404 });
    },
  );

  it.each([
    ['no gzip', Buffer.from('no gzip at all')],
    ['gzip that is cut off', gzipSync(oneStreet()).subarray(0, -9)],
    ['of another release', gzipSync(oneStreet().with(8, 9))],
    ['without end', gzipSync(oneStreet().fill(255, 200))],
  ])('that was stored %s is none', async (_, packed) => {
    await saveNetwork(HUAYANG, packed, facts);
    expect(codes(await ask({ class: 'rest_stations', mode: 'network' }))).toContain('no_network');
    const body = { class: 'rest_stations', mode: 'network', meters: 500, count: 1 };
    expect((await askAs(planner, 'proposeSites', { body })).status).toBe(200);
  });

  it('of another subdistrict counts for nothing here, and nobody here may read it', async () => {
    await saveNetwork('310104004', await packNetwork(oneStreet()), facts);
    await store(oneStreet(FROM, 300));
    const answer = await getAs<Coverage>(planner, 'getCoverage', {
      query: { class: 'rest_stations', mode: 'network' },
    });
    expect(answer.mode).toBe('network');
    const params = { code: '310104004' };
    expect(await refusalOf(planner, 'getNetwork', { params })).toMatchObject({ status: 403 });
  });

  it('of the largest size passes a Lambda, and a larger one is not stored', async () => {
    const roll = dice(1);
    const random = Buffer.from(Array.from({ length: MOST_PACKED_BYTES + 1 }, () => roll() * 256));
    await saveNetwork(HUAYANG, random.subarray(1), facts);
    const { status, body } = await askAs(planner, 'getNetwork');
    expect(status).toBe(200);
    expect(body.length).toBeLessThan(6_000_000);
    await expect(saveNetwork(HUAYANG, random, facts)).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

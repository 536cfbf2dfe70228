import { beforeAll, describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { ProposedSites } from '../../../shared/coverage/proposed-sites.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Place } from '../../../shared/place/place.ts';
import {
  getAs,
  loadQuarters,
  plannerOf,
  refusalOf,
  SOURCE,
  storePlace,
} from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';

let planner: SignedInPerson;
let clinic: Place;

/** The middles of the south-western and of the north-eastern quarter. */
const SOUTH_WEST: Position = [121.4075, 31.20875];
const NORTH_EAST: Position = [121.4225, 31.22625];

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
  clinic = await storePlace({ category: 'clinic', name: '西南卫生站', position: SOUTH_WEST });
  await loadQuarters(planner, 'grid');
  await getAs(planner, 'importPeople', {
    body: {
      kind: 'grid',
      source: SOURCE,
      header: ['编码', '人口'],
      rows: ['1', '2', '3', '4'].map((code, index) => ({ line: index + 2, cells: [code, `${code}000`] })),
      isDryRun: false,
    },
  });
});

const bodyOf = (body: Record<string, unknown>) => ({
  body: { class: 'clinic', detour: 1, meters: 500, ...body },
});
const propose = (body: Record<string, unknown>) =>
  getAs<ProposedSites>(planner, 'proposeSites', bodyOf(body));
const refused = (body: Record<string, unknown>) => refusalOf(planner, 'proposeSites', bodyOf(body));

describe('next sites', () => {
  it('gain people one after another, and say how far from the best possible they may be', async () => {
    const { sites, bound, gained, gapToBound, total, coveredBefore, weightedBy } = await propose({
      count: 3,
    });
    expect(sites).toHaveLength(3);
    expect([weightedBy, total]).toEqual(['people', 10_000]);
    expect(sites[0]!.gained).toBeGreaterThanOrEqual(sites[2]!.gained);
    expect(sites[2]!.covered).toBeCloseTo(coveredBefore + gained, 0);
    expect(bound).toBeGreaterThanOrEqual(gained);
    expect(gapToBound).toBeCloseTo((bound - gained) / bound, 3);
    expect(gapToBound).toBeLessThan(0.05);
  });

  it('are chosen among what is given, beside what a scenario changes', async () => {
    const candidates = [SOUTH_WEST, NORTH_EAST];
    const here = await propose({ count: 1, candidates });
    expect(here.sites[0]!.position).toEqual(NORTH_EAST);
    const changes = [{ type: 'move', place: clinic.id, position: NORTH_EAST }];
    const moved = await propose({ count: 1, candidates, changes });
    expect(moved.sites[0]!.position).toEqual(SOUTH_WEST);
  });

  it('keep what a scenario adds: it is covered before, and not chosen again', async () => {
    const added = { type: 'add', id: 'new-1', class: 'clinic', name: '已定站点', position: NORTH_EAST };
    const [before, after] = [await propose({ count: 1 }), await propose({ count: 1, changes: [added] })];
    expect(after.coveredBefore).toBeGreaterThan(before.coveredBefore + 1000);
    const again = await propose({ count: 1, candidates: [NORTH_EAST], changes: [added] });
    // What is left is the rim, where cells are covered in part.
    expect(again.bound).toBeLessThan(10);
  });

  it('begin with those that are locked, whatever they gain', async () => {
    const free = await propose({ count: 2 });
    const corner: Position = [121.4002, 31.2002];
    const { sites, candidates, gained, bound } = await propose({ count: 2, locked: [corner] });
    expect(sites.map(({ locked }) => locked)).toEqual([true, false]);
    expect(sites[0]!.position).toEqual(corner);
    expect(candidates).toBe(free.candidates);
    expect(gained).toBeLessThan(free.gained);
    expect(bound).toBeGreaterThanOrEqual(gained);
    expect(await propose({ count: 1, locked: [NORTH_EAST], candidates: [SOUTH_WEST] })).toMatchObject({
      sites: [{ position: NORTH_EAST, locked: true }],
      gapToBound: 0,
    });
    const many = await refused({ count: 1, locked: [corner, NORTH_EAST] });
    expect(many).toMatchObject({ status: 400, fields: ['locked'] });
  });

  it('are no more than there are candidates, and none where all is covered', async () => {
    const candidates: Position[] = [NORTH_EAST, [121.4225, 31.20875]];
    const both = await propose({ count: 20, candidates });
    expect(both.sites.map(({ position }) => position)).toEqual(candidates);
    expect(both.gapToBound).toBe(0);
    const whole = await propose({ count: 3, meters: 5000 });
    expect(whole).toMatchObject({ sites: [], gained: 0, bound: 0, gapToBound: 0, coveredBefore: 10_000 });
  });

  it('are found where there is no facility at all', async () => {
    const { sites, coveredBefore, warnings } = await propose({ class: 'library', count: 1 });
    expect(coveredBefore).toBe(0);
    expect(sites[0]!.gained).toBeGreaterThan(500);
    expect(warnings).toContainEqual({ code: 'no_facilities' });
  });

  it('weigh square metres where nobody was counted', async () => {
    const answer = await propose({ count: 1, demand: 'riders' });
    expect(answer.weightedBy).toBe('area');
    expect(answer.sites[0]!.gained).toBeCloseTo(Math.PI * 500 ** 2, -5);
    expect(answer.warnings).toContainEqual({ code: 'no_people', values: { layer: 'riders' } });
  });

  it('are refused for what cannot be meant, with where it stands', async () => {
    const outside = await refused({ count: 1, candidates: [SOUTH_WEST, [121.6, 31.2]] });
    expect(outside).toMatchObject({ code: 'position_outside_subdistrict', fields: ['candidates.1'] });
    expect(await refused({ count: 1, locked: [[31.2, 121.4]] })).toMatchObject({ status: 400 });
    expect(await refused({ count: 1, candidates: [] })).toMatchObject({ fields: ['candidates'] });
    expect(await refused({ count: 0 })).toMatchObject({ fields: ['count'] });
    expect(await refused({ count: 1, minutes: 5 })).toMatchObject({ status: 400, fields: ['minutes'] });
    const twice = [
      { type: 'remove', place: clinic.id },
      { type: 'move', place: clinic.id, position: NORTH_EAST },
    ];
    expect(await refused({ count: 1, changes: twice })).toMatchObject({ fields: ['changes.1'] });
    const swapped = [{ type: 'move', place: clinic.id, position: [31.22, 121.42] }];
    expect(await refused({ count: 1, changes: swapped })).toMatchObject({ status: 400 });
    const abroad = [{ type: 'move', place: clinic.id, position: [0, 0] }];
    expect(await refused({ count: 1, changes: abroad })).toMatchObject({ fields: ['changes.0.position'] });
  });
});

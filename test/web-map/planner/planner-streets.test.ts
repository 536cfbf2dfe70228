import { area as turfArea } from '@turf/area';
import { feature } from '@turf/helpers';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it, vi } from 'vitest';
import { buildNetwork } from '../../../shared/coverage/network/build-network.ts';
import { localPlane } from '../../../shared/coverage/network/local-plane.ts';
import { encodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import { unknownPolygons } from '../../../shared/coverage/network/unknown-polygons.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import {
  numbersOf,
  type PlannerData,
  type Question,
} from '../../../web-map/planner/engine/planner-engine.ts';
import { createPlannerSession } from '../../../web-map/planner/engine/planner-session.ts';
import { FROM, ORIGIN, streetsOf } from '../../support/street-grid.ts';

vi.mock('../../../shared/coverage/network/unknown-polygons.ts', { spy: true });

const { toPosition } = localPlane(ORIGIN);
const box = (west: number, south: number, east: number, north: number): Outline => {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return { type: 'Polygon', coordinates: [corners.map(([x, y]) => toPosition(x, y))] };
};
const source = { name: '测试', date: '2026-11-01', illustrative: false };

/** Two streets side by side, 100 m apart, that meet only at their east ends; no street in the north. */
const streets = streetsOf(
  [
    [-600, -50],
    [600, -50],
    [600, 50],
    [-600, 50],
  ],
  [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
);
const bytesOf = (from = FROM): ArrayBuffer => {
  const bytes = encodeNetwork(buildNetwork(streets, ORIGIN, from).network);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
};
const station = {
  type: 'Feature',
  id: 'W',
  geometry: { type: 'Point', coordinates: toPosition(-500, -50) },
  properties: {
    state: 'published',
    name: '西站',
    kind: 'station',
    category: 'nuanxin_nest',
    illustrative: false,
  },
} as unknown as PlaceFeature;
const data: PlannerData = {
  subdistrict: '310105001',
  outline: box(-600, -100, 600, 500),
  areas: [
    {
      subdistrict: '310105001',
      kind: 'grid',
      code: '1',
      name: '第一网格',
      outline: box(-600, -100, 600, 500),
      source,
      people: { residents: 6000 },
      peopleSources: { residents: source },
    },
  ],
  places: [station],
  ownStandards: [],
  loadedAt: '2026-11-20T04:00:00.000Z',
  buildings: [],
  buildingsSource: undefined,
  network: bytesOf(),
};
const question: Question = {
  class: 'rest_stations',
  classes: ['rest_stations'],
  meters: 500,
  mode: 'network',
  at: undefined,
  demand: 'residents',
};
const sessionWith = (network: ArrayBuffer | undefined) => {
  const session = createPlannerSession(() => 0);
  session.load({ ...data, network });
  return session;
};
const codes = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);

describe('what the worker works out along streets', () => {
  it('reaches what is walked, not what lies across the way', () => {
    const session = sessionWith(bytesOf());
    const [walked, straight] = [question, { ...question, mode: 'circle' as const }].map((asked) =>
      numbersOf(session.analyse(asked, []), 'rest_stations'),
    );
    // The street behind is 100 m away, and 2.3 km to walk.
    expect(walked?.areaShare).toBeLessThan(0.8 * (straight?.areaShare ?? 0));
    expect(walked?.worstMeters).toBeGreaterThan(2000);
  });

  it('warns of the part from which nobody knows the way, and counts it as not covered', () => {
    const analysis = sessionWith(bytesOf()).analyse({ ...question, meters: 5000 }, []);
    const percent = Number(analysis.warnings.find(({ code }) => code === 'unknown_cells')?.values?.percent);
    // From 250 m north of the middle on: 250 of 600 m.
    expect(percent).toBeGreaterThan(40);
    expect(percent).toBeLessThan(43);
    expect(numbersOf(analysis, 'rest_stations')?.peopleShare).toBeCloseTo(1 - percent / 100, 2);
    // Nobody can say that it is a gap, so it is shown by itself: 1200 by 250 m of it.
    expect(analysis.gaps).toEqual([]);
    const shown = feature(analysis.unknown as MultiPolygon);
    expect(turfArea(shown) / (1200 * 250)).toBeCloseTo(1, 1);
  });

  it('tells of a gap the facility that is nearest on foot, and how far that is', () => {
    const analysis = sessionWith(bytesOf()).analyse(question, []);
    expect(analysis.gaps[0]?.nearest).toMatchObject({ id: 'W' });
    const straight = sessionWith(bytesOf()).analyse({ ...question, mode: 'circle' }, []);
    expect(straight.gaps[0]?.nearest).toMatchObject({ id: 'W' });
    expect(analysis.gaps[0]?.nearest?.meters).toBeGreaterThan(straight.gaps[0]?.nearest?.meters ?? 0);
    expect(straight.unknown).toBeUndefined();
  });

  it('looks for what nobody knows the way from only where streets are walked', () => {
    const session = sessionWith(bytesOf());
    vi.mocked(unknownPolygons).mockClear();
    session.analyse({ ...question, mode: 'circle' }, []);
    expect(unknownPolygons).not.toHaveBeenCalled();
    session.analyse(question, []);
    expect(unknownPolygons).toHaveBeenCalledOnce();
  });

  it('suggests a site whose gain the next analysis confirms', () => {
    const session = sessionWith(bytesOf());
    const { sites, gained, gapToBound } = session.propose({ ...question, count: 1 }, []);
    const before = numbersOf(session.analyse(question, []), 'rest_stations')?.coveredPeople ?? 0;
    const [site] = sites;
    if (!site) throw new Error('no site was suggested');
    const after = session.analyse(question, [
      { type: 'add', id: 'new', class: 'rest_stations', name: '新站', position: site.position },
    ]);
    const covered = numbersOf(after, 'rest_stations')?.coveredPeople ?? 0;
    expect(gained).toBeGreaterThan(500);
    expect(Math.abs(covered - before - gained)).toBeLessThan(0.03 * gained);
    expect(gapToBound).toBeLessThan(0.05);
  });

  it('says that streets are only an example', () => {
    const analysis = sessionWith(bytesOf({ ...FROM, illustrative: true })).analyse(question, []);
    expect(analysis.warnings).toContainEqual({ code: 'illustrative_data', values: { input: 'network' } });
    const straight = sessionWith(bytesOf({ ...FROM, illustrative: true })).analyse(
      { ...question, mode: 'circle' },
      [],
    );
    expect(codes(straight)).not.toContain('illustrative_data');
  });

  it.each([
    ['cut off', bytesOf().slice(0, -8)],
    ['something else', new TextEncoder().encode('<html>'.repeat(50)).buffer as ArrayBuffer],
    ['not there', undefined],
  ])('takes straight lines and says so where the network is %s', (_, network) => {
    const session = sessionWith(network);
    const [asked, straight] = [question, { ...question, mode: 'circle' as const }].map((each) =>
      session.analyse(each, []),
    );
    expect(asked && codes(asked)).toContain('no_network');
    expect(asked?.classes).toEqual(straight?.classes);
    expect(session.propose({ ...question, count: 1 }, []).sites).toHaveLength(1);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../shared/coverage/class-coverage.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import { groundOf } from '../../../shared/coverage/ground.ts';
import { facilitiesOfScenario, type Scenario } from '../../../shared/coverage/scenario.ts';
import {
  at,
  countedBy,
  facility,
  outlineInPieces,
  outlineWithHole,
  rectangle,
  squares,
} from '../../support/sample-ground.ts';

const grids = squares('grid', -1100, -1000, 1100, 2);
const neighbourhoods = squares('neighbourhood', -1100, -1000, 440, 5);
const demand = countedBy(neighbourhoods, (index) => (index * 7919) % 1500);
const ground = groundOf({ outline: outlineWithHole, areas: [...grids, ...neighbourhoods], demand });

const spot = fc.tuple(fc.integer({ min: -1300, max: 1300 }), fc.integer({ min: -1100, max: 1100 }));
const spots = fc.array(spot, { maxLength: 12 });
const radius = fc.integer({ min: 60, max: 1200 });

const canteens = (places: readonly (readonly [number, number])[]) =>
  places.map((place, index) => facility(`f${index}`, place));

const ask = (radiusMeters: number, detourFactor = 1.3): Question[] => [
  { class: 'canteen', radiusMeters, detourFactor },
];

const covered = (places: readonly (readonly [number, number])[], radiusMeters: number) =>
  new Coverage(ground, ask(radiusMeters), canteens(places)).result('canteen').whole;

/** What a scenario changes, as whoever drags a facility does. */
const change = (coverage: Coverage, scenario: Scenario) =>
  coverage.setFacilities(facilitiesOfScenario(coverage.facilities, scenario));

/** The field as it is in memory: comparing forty thousand numbers one by one takes a second. */
const bytes = (coverage: Coverage) => Buffer.from(coverage.field('canteen').meters.buffer);

describe('coverage', () => {
  it('never falls with one more facility', () => {
    fc.assert(
      fc.property(spots, spot, radius, (places, another, radiusMeters) => {
        const before = covered(places, radiusMeters);
        const after = covered([...places, another], radiusMeters);
        expect(after.coveredPeople).toBeGreaterThanOrEqual(before.coveredPeople - 1e-6);
        expect(after.coveredSquareMeters).toBeGreaterThanOrEqual(before.coveredSquareMeters - 1e-6);
        if (before.p90Meters !== undefined) expect(after.p90Meters).toBeLessThanOrEqual(before.p90Meters + 1);
      }),
    );
  });

  it('never falls with a larger radius', () => {
    fc.assert(
      fc.property(spots, radius, fc.integer({ min: 1, max: 300 }), (places, radiusMeters, more) => {
        const before = covered(places, radiusMeters);
        const after = covered(places, radiusMeters + more);
        expect(after.coveredPeople).toBeGreaterThanOrEqual(before.coveredPeople - 1e-6);
        expect(after.coveredSquareMeters).toBeGreaterThanOrEqual(before.coveredSquareMeters - 1e-6);
      }),
    );
  });

  it('sums up over grids and over neighbourhoods to the whole', () => {
    fc.assert(
      fc.property(spots, radius, (places, radiusMeters) => {
        const { whole, areas } = new Coverage(ground, ask(radiusMeters), canteens(places)).result('canteen');
        for (const level of ['grid', 'neighbourhood']) {
          const members = areas.filter((area) => area.level === level);
          for (const key of ['people', 'coveredPeople', 'squareMeters', 'coveredSquareMeters'] as const) {
            const sum = members.reduce((total, area) => total + area[key], 0);
            expect(Math.abs(sum - whole[key])).toBeLessThan(1e-5 * Math.max(1, whole[key]));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('and gaps make up the outline, with its people', () => {
    fc.assert(
      fc.property(spots, radius, (places, radiusMeters) => {
        const coverage = new Coverage(ground, ask(radiusMeters), canteens(places));
        const { whole } = coverage.result('canteen');
        const { gaps, droppedSquareMeters, droppedPeople } = coverage.gaps('canteen');
        const gapArea = gaps.reduce((sum, gap) => sum + gap.squareMeters, droppedSquareMeters);
        const gapPeople = gaps.reduce((sum, gap) => sum + gap.people, droppedPeople);
        expect(Math.abs(gapArea + whole.coveredSquareMeters - whole.squareMeters)).toBeLessThan(
          0.002 * whole.squareMeters,
        );
        // A sliver of people squeezed at a rim counts by its cells: 0.45 % at most in 4,000 runs.
        expect(Math.abs(gapPeople + whole.coveredPeople - whole.people)).toBeLessThan(0.008 * whole.people);
      }),
    );
  });

  it('is the same after moves, additions and removals as reckoned from the start', () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('move' as const), which: fc.nat(20), to: spot }),
      fc.record({ what: fc.constant('add' as const), which: fc.nat(20), to: spot }),
      fc.record({ what: fc.constant('remove' as const), which: fc.nat(20), to: spot }),
    );
    fc.assert(
      fc.property(
        spots,
        fc.array(step, { minLength: 1, maxLength: 6 }),
        radius,
        (places, steps, radiusMeters) => {
          const coverage = new Coverage(ground, ask(radiusMeters), canteens(places));
          coverage.results();
          for (const [index, { what, which, to }] of steps.entries()) {
            const id = coverage.facilities[which % Math.max(1, coverage.facilities.length)]?.id ?? 'none';
            change(coverage, {
              ...(what === 'move' && { moved: [{ id, position: at(...to) }] }),
              ...(what === 'add' && { added: [facility(`new${index}`, to)] }),
              ...(what === 'remove' && { removed: [id] }),
            });
            coverage.gaps('canteen');
          }
          const anew = new Coverage(ground, ask(radiusMeters), coverage.facilities);
          expect(coverage.results()).toEqual(anew.results());
          expect(coverage.gaps('canteen')).toEqual(anew.gaps('canteen'));
          expect(Buffer.compare(bytes(coverage), bytes(anew))).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps what it reckoned for classes that a change does not touch', () => {
    const coverage = new Coverage(
      ground,
      [...ask(500), { class: 'park', radiusMeters: 500, detourFactor: 1.3 }],
      [facility('canteen', [0, 0]), facility('park', [300, 300], { class: 'park' })],
    );
    const [, park] = coverage.results();
    change(coverage, { moved: [{ id: 'canteen', position: at(100, 100) }] });
    expect(coverage.result('park')).toBe(park);
    coverage.ask([...ask(700), { class: 'park', radiusMeters: 500, detourFactor: 1.3 }]);
    expect(coverage.result('park')).toBe(park);
    expect(coverage.result('canteen').radiusMeters).toBe(700);
  });

  it('counts a facility beyond the border', () => {
    expect(covered([[1060, 100]], 300).coveredPeople).toBeGreaterThan(0);
  });

  it('without a facility is nothing and red, and one gap per piece', () => {
    const inPieces = groundOf({ outline: outlineInPieces, demand });
    const coverage = new Coverage(inPieces, ask(500));
    const { whole } = coverage.result('canteen');
    expect(whole).toMatchObject({ coveredPeople: 0, peopleShare: 0, areaShare: 0, grade: 'red' });
    expect(whole.p50Meters).toBeUndefined();
    expect(whole.meanMeters).toBeUndefined();
    const { gaps } = coverage.gaps('canteen');
    expect(gaps).toHaveLength(2);
    expect(gaps[0]?.worst.meters).toBeUndefined();
    expect(gaps[0]?.nearest).toBeUndefined();
  });

  it('with a facility at every corner is all of it, green and without gaps', () => {
    const coverage = new Coverage(ground, ask(3000), canteens([[0, 0]]));
    expect(coverage.result('canteen').whole).toMatchObject({ peopleShare: 1, areaShare: 1, grade: 'green' });
    expect(coverage.gaps('canteen')).toEqual({ gaps: [], droppedPeople: 0, droppedSquareMeters: 0 });
  });

  it('keeps the hole that a facility in the middle leaves in a gap', () => {
    const square = groundOf({ outline: rectangle(-800, -800, 800, 800) });
    const [gap, ...more] = new Coverage(square, ask(300, 1), canteens([[0, 0]])).gaps('canteen').gaps;
    expect(more).toHaveLength(0);
    expect(gap?.polygon.coordinates).toHaveLength(2);
    expect(Math.abs(gap!.squareMeters - (1600 ** 2 - Math.PI * 300 ** 2))).toBeLessThan(200);
    expect(Math.abs(gap!.worst.meters! - Math.hypot(800, 800))).toBeLessThan(10);
    expect(gap?.nearest).toBe(0);
  });

  it('says of a gap how far its facility is from those it is nearest to, not from everybody', () => {
    const square = groundOf({ outline: rectangle(-800, -300, 800, 300) });
    // Most of the gap is nearer to the west one; the east one is far beyond the border.
    const coverage = new Coverage(
      square,
      ask(100, 1),
      canteens([
        [-700, 0],
        [2000, 0],
      ]),
    );
    const { gaps } = coverage.gaps('canteen');
    expect(gaps[0]?.nearest).toBe(0);
    const { meters, nearest } = coverage.field('canteen');
    const [own, all] = [(cell: number) => nearest[cell] === 0, () => true].map((counts) => {
      const ways = [...square.whole.cells].filter(counts).map((cell) => meters[cell] as number);
      const far = ways.filter((way) => way > 100);
      return far.reduce((sum, way) => sum + way, 0) / far.length;
    }) as [number, number];
    expect(Math.abs(own - all)).toBeGreaterThan(20);
    expect(Math.abs((gaps[0]?.nearestMeanMeters ?? 0) - own)).toBeLessThan(2);
  });

  it('gives each facility its own catchment, which sum up to what is covered', () => {
    const coverage = new Coverage(
      ground,
      ask(500),
      canteens([
        [-500, 0],
        [500, 0],
        [520, 40],
      ]),
    );
    const { whole } = coverage.result('canteen');
    const people = coverage.catchments('canteen').reduce((sum, catchment) => sum + catchment.people, 0);
    expect(people).toBeCloseTo(whole.coveredPeople, 6);
  });

  it('counts every person once, wherever polygons stick out or lie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(spot, fc.integer({ min: 20, max: 900 }), fc.integer({ min: 0, max: 5000 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (homes) => {
          const items = homes.map(([[x, y], side, amount]) => ({
            amount,
            geometry: rectangle(x, y, x + side, y + side),
          }));
          const { whole, warnings } = groundOf({ outline: outlineWithHole, demand: items });
          const lost = warnings.reduce(
            (sum, warning) => sum + (warning.code === 'demand_outside' ? warning.amount : 0),
            0,
          );
          const all = items.reduce((sum, { amount }) => sum + amount, 0);
          expect(whole.totalPeople + lost).toBeCloseTo(all, 6);
        },
      ),
    );
  });

  it('puts people where their buildings are when these are known', () => {
    const buildings = [
      { position: at(-500, 0), weight: 3 },
      { position: at(500, 0), weight: 1 },
    ];
    const built = groundOf({ outline: outlineWithHole, demand: [{ amount: 400, buildings }] });
    const coverage = new Coverage(built, ask(300), canteens([[-500, 0]]));
    expect(coverage.result('canteen').whole.coveredPeople).toBeCloseTo(300, 6);
  });

  it('calls unknown what a network cannot tell, and covers nothing of it', () => {
    const coverage = new Coverage(ground, ask(500), canteens([[0, 0]]), {
      fillField: (field) => {
        field.meters.fill(Number.NaN);
        field.detourFactor = 1;
      },
    });
    const { whole } = coverage.result('canteen');
    expect(whole.unknownShare).toBeCloseTo(1, 6);
    expect(whole.coveredPeople).toBe(0);
    expect(whole.p50Meters).toBeUndefined();
  });

  it('names areas that lie outside and people in no area', () => {
    const { warnings } = groundOf({
      outline: outlineWithHole,
      areas: [{ id: 'far', level: 'grid', geometry: rectangle(3000, 3000, 3500, 3500) }],
      demand,
    });
    expect(warnings).toContainEqual({ code: 'area_outside', id: 'far' });
    expect(warnings.some(({ code }) => code === 'people_without_area')).toBe(true);
  });
});

describe('facilitiesOfScenario', () => {
  it('moves, adds and takes away', () => {
    const base = canteens([
      [0, 0],
      [100, 0],
      [200, 0],
    ]);
    const changed = facilitiesOfScenario(base, {
      moved: [{ id: 'f1', position: at(5, 5) }],
      added: [facility('new', [9, 9])],
      removed: ['f0', 'nobody'],
    });
    expect(changed.map(({ id }) => id)).toEqual(['f1', 'f2', 'new']);
    expect(changed[0]?.position).toEqual(at(5, 5));
    expect(base[1]?.position).toEqual(at(100, 0));
  });
});

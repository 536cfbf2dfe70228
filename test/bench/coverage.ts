import { area } from '@turf/area';
import { circle } from '@turf/circle';
import { featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import { contourOf } from '../../shared/coverage/contour.ts';
import { Coverage, type Question } from '../../shared/coverage/coverage.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { fillDistanceField, newDistanceField } from '../../shared/coverage/distance-field.ts';
import { groundOf } from '../../shared/coverage/ground.ts';
import { positionOf, projectionAt } from '../../shared/coverage/local-projection.ts';
import type { Facility } from '../../shared/coverage/open-facilities.ts';
import type { Raster } from '../../shared/coverage/raster.ts';
import { polygonsOf, signedArea } from '../../shared/coverage/rings.ts';
import { bestNextSite, runsOfSites, suggestSites } from '../../shared/coverage/suggest-sites.ts';
import type { Position } from '../../shared/geo/position.ts';
import { countedBy, polygon, squares } from '../support/sample-ground.ts';
import { median, quantile, type Row, type Section } from './rows.ts';

const CLASSES: readonly CoverageClass[] = [
  'rest_stations',
  'meals',
  'health',
  'public_toilet',
  'ebike_charging',
  'park',
  'culture',
  'market',
  'fitness',
  'elderly_care',
];
const RADII = [300, 500, 500, 500, 900, 500, 1000, 500, 300, 300];
const FACILITIES_PER_CLASS = 24;

/** The engine of coverage in this process: a subdistrict, a drag, discs beside turf, siting with its certificate. */
export const coverage = async (): Promise<Section[]> => [subdistrict(), discs(), siting()];

/** Numbers that look random and are the same in every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const projection = projectionAt([121.415, 31.2175]);

const scattered = (random: () => number, count: number, sideMeters: number): Position[] =>
  Array.from({ length: count }, () =>
    positionOf(projection, (random() - 0.5) * sideMeters, (random() - 0.5) * sideMeters),
  );

/** Milliseconds of processor time of this process so far, collections of garbage and compiling included. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The mean processor time of some runs: what is left of a number when a busy machine keeps it waiting. */
const processorTimeOf = (times: number, work: (index: number) => void): number => {
  const begun = processorTime();
  for (let index = 0; index < times; index++) work(index);
  return (processorTime() - begun) / times;
};

const timed = (times: number, work: (index: number) => void): number[] => {
  const values: number[] = [];
  for (let index = 0; index < times; index++) {
    const begun = performance.now();
    work(index);
    values.push(performance.now() - begun);
  }
  return values;
};

/** A border with bays, almost 3 km across: 300 × 300 cells, most of them inside. */
export const benchGround = () => {
  const border = Array.from({ length: 240 }, (_, index) => {
    const angle = (index / 240) * 2 * Math.PI;
    const square = 1480 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
    const meters = square * (index % 60 < 4 ? 0.93 : 1);
    return [meters * Math.cos(angle), meters * Math.sin(angle)] as const;
  });
  const neighbourhoods = squares('neighbourhood', -1500, -1500, 600, 5);
  return groundOf({
    outline: polygon(border),
    areas: [...squares('grid', -1500, -1500, 1500, 2), ...neighbourhoods],
    demand: countedBy(neighbourhoods, (index) => 1000 + ((index * 7919) % 5000)),
  });
};

export const questions: Question[] = CLASSES.map((name, index) => ({
  class: name,
  radiusMeters: RADII[index] as number,
  detourFactor: 1.3,
}));

const CATEGORIES = [
  'nuanxin_nest',
  'canteen',
  'clinic',
  'public_toilet',
  'ebike_charging',
  'park',
  'culture',
  'market',
  'fitness',
  'elderly_care',
] as const;

export const facilitiesFrom = (seed: number): Facility[] => {
  const random = randomFrom(seed);
  return CATEGORIES.flatMap((category) =>
    scattered(random, FACILITIES_PER_CLASS, 3400).map((position, index) => ({
      id: `${category}-${index}`,
      category,
      position,
    })),
  );
};

const subdistrict = (): Section => {
  const bytesBefore = heldBytes();
  const prepared = timed(5, () => benchGround());
  const ground = benchGround();
  const versions = Array.from({ length: 40 }, (_, index) => facilitiesFrom(index + 1));
  const state = new Coverage(ground, questions, versions[0]);
  const sites = scattered(randomFrom(5), 2000, 2900);
  const runs = CLASSES.map((name) => runsOfSites(state, name, sites));
  const everything = (index: number) => {
    state.setFacilities(versions[index % versions.length] as Facility[]);
    state.results();
    for (const [at, name] of CLASSES.entries()) {
      state.gaps(name);
      bestNextSite(state, name, runs[at] as (typeof runs)[number]);
    }
  };
  timed(20, everything);
  const whole = timed(60, everything);
  const random = randomFrom(99);
  const drag = (index: number) => {
    const name = CLASSES[index % CLASSES.length] as CoverageClass;
    const category = CATEGORIES[index % CATEGORIES.length];
    state.move(`${category}-3`, positionOf(projection, random() * 2000 - 1000, random() * 2000 - 1000));
    state.results();
    state.gaps(name);
    bestNextSite(state, name, runs[index % runs.length] as (typeof runs)[number]);
  };
  timed(100, drag);
  const drags = timed(600, drag);
  const rows: Row[] = [
    { what: 'ground of the subdistrict, prepared once', value: median(prepared), unit: 'ms' },
    { what: 'everything of 10 classes, median', value: median(whole), unit: 'ms', most: 60 },
    { what: 'everything of 10 classes, p95', value: quantile(whole, 0.95), unit: 'ms' },
    { what: 'its processor time, mean', value: processorTimeOf(20, everything), unit: 'ms' },
    { what: 'one facility dragged, median', value: median(drags), unit: 'ms' },
    { what: 'one facility dragged, p99', value: quantile(drags, 0.99), unit: 'ms', most: 16 },
    { what: 'its processor time, mean', value: processorTimeOf(200, drag), unit: 'ms' },
    { what: 'memory held', value: (heldBytes() - bytesBefore) / 1e6, unit: 'MB', most: 100 },
  ];
  const cells = ground.raster.width * ground.raster.height;
  return {
    title: 'Coverage of a subdistrict',
    note: `${cells.toLocaleString('en')} cells, ${ground.whole.cells.length.toLocaleString('en')} of them inside, 29 areas, ${FACILITIES_PER_CLASS} facilities a class, the best of ${sites.length.toLocaleString('en')} next sites for each class.`,
    rows,
  };
};

/** What the heap and typed arrays hold, after a collection where node was told to allow it. */
const heldBytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const BOX_METERS = 30_000;
/** Circles of 300 m keep their area to 0.1 % on these cells. */
const DISC_CELL_METERS = 25;
const DISC_METERS = 300;

const discs = (): Section => {
  const rows: Row[] = [];
  for (const [count, most] of [
    [1000, 16],
    [5000, 40],
  ] as const) {
    const positions = scattered(randomFrom(count), count, BOX_METERS - 2 * (DISC_METERS + DISC_CELL_METERS));
    const side = BOX_METERS / DISC_CELL_METERS;
    const raster: Raster = {
      projection,
      cellMeters: DISC_CELL_METERS,
      width: side,
      height: side,
      west: -BOX_METERS / 2,
      south: -BOX_METERS / 2,
    };
    const field = newDistanceField(raster);
    let free = 0;
    const gaps = () => {
      fillDistanceField(field, raster, positions, {
        detourFactor: 1,
        reachMeters: DISC_METERS + 2 * DISC_CELL_METERS,
      });
      const polygons = polygonsOf(contourOf(field, raster, DISC_METERS));
      free = polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
    };
    timed(5, gaps);
    const own = timed(21, gaps);
    rows.push({
      what: `gap polygons and area of ${count} discs, median`,
      value: median(own),
      unit: 'ms',
      most,
    });
    rows.push({ what: 'its processor time, mean', value: processorTimeOf(21, gaps), unit: 'ms' });
    if (count > 1000) continue;
    const circles = positions.map((position) =>
      circle(position, DISC_METERS, { steps: 64, units: 'meters' }),
    );
    let united = 0;
    const [theirs] = timed(1, () => {
      united = area(union(featureCollection(circles))!);
    });
    rows.push({
      what: `@turf/union of the same ${count} as polygons of 64 corners`,
      value: theirs!,
      unit: 'ms',
    });
    // Corners of turf's circles lie on the rim: a polygon of 64 is smaller than its circle by 0.16 %.
    rows.push({
      what: 'covered area against turf',
      value: ((BOX_METERS ** 2 - free) / united - 1) * 100,
      unit: '%',
    });
  }
  return {
    title: `Discs of ${DISC_METERS} m in a box of 30 km`,
    note: `Cells of ${DISC_CELL_METERS} m.`,
    rows,
  };
};

const siting = (): Section => {
  const rows: Row[] = [];
  const ground = groundOf({
    outline: squares('box', -707, -707, 1414, 1)[0]!.geometry,
    demand: countedBy(squares('home', -707, -707, 1414 / 12, 12), (index) => (index * 7919) % 900),
  });
  for (const radiusMeters of [150, 300, 500]) {
    const state = new Coverage(ground, [{ class: 'canteen', radiusMeters, detourFactor: 1.3 }], []);
    const sites = scattered(randomFrom(7), 2000, 1414);
    const runs = runsOfSites(state, 'canteen', sites);
    let gap = 0;
    const times = timed(5, () => {
      gap = suggestSites(state, 'canteen', { count: 20, runs }).gapToBest;
    });
    rows.push({ what: `20 of 2,000 sites, ${radiusMeters} m`, value: median(times), unit: 'ms', most: 1000 });
    rows.push({ what: `certified, ${radiusMeters} m`, value: gap * 100, unit: '%', most: 5 });
  }
  return {
    title: 'Siting with a certificate',
    note: `${ground.whole.cells.length.toLocaleString('en')} cells with people.`,
    rows,
  };
};

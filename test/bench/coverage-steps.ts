import { area } from '@turf/area';
import { circle } from '@turf/circle';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import type { Polygon } from 'geojson';
import type { Question } from '../../shared/coverage/class-coverage.ts';
import { contourOf } from '../../shared/coverage/contour.ts';
import { Coverage } from '../../shared/coverage/coverage.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { fillDistanceField, newDistanceField } from '../../shared/coverage/distance-field.ts';
import { type Ground, groundOf } from '../../shared/coverage/ground.ts';
import { positionOf, projectionAt } from '../../shared/coverage/local-projection.ts';
import type { Facility } from '../../shared/coverage/open-facilities.ts';
import type { Raster } from '../../shared/coverage/raster.ts';
import { polygonsOf, signedArea } from '../../shared/coverage/rings.ts';
import { facilitiesOfScenario } from '../../shared/coverage/scenario.ts';
import { runsOfSites, suggestSites } from '../../shared/coverage/suggest-sites.ts';
import type { Position } from '../../shared/geo/position.ts';
import { countedBy, polygon, squares } from '../support/sample-ground.ts';

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
/** How many facilities each of the ten classes has. */
export const FACILITIES_PER_CLASS = 24;

/** How many sites the next one, or the next twenty, are chosen from. */
export const SITES = 2000;
const BOX_METERS = 30_000;
/** Circles of 300 m keep their area to 0.1 % on these cells. */
const DISC_CELL_METERS = 25;
/** The radius of the discs. */
export const DISC_METERS = 300;

/** One run of a step; a step may answer a number that belongs into the table. */
export type Step = (index: number) => number;

/** Each makes what it works on when it is first asked for. */
const STEPS = {
  prepare: () => () => insideCells(benchGround()),
  everything: () => subdistrict().everything,
  drag: () => subdistrict().drag,
  turfGaps: () => turfGaps(),
  discs1000: () => discs(1000),
  discs5000: () => discs(5000),
  turf1000: () => turfUnion(1000),
  site150: () => siting(150),
  site300: () => siting(300),
  site500: () => siting(500),
} satisfies Record<string, () => Step>;

export type StepName = keyof typeof STEPS;

const ready = new Map<StepName, Step>();

/** The work of the coverage benchmark by its name, the same in Node and in a browser's worker. */
export const stepOf = (name: StepName): Step => {
  const step = ready.get(name) ?? STEPS[name]();
  ready.set(name, step);
  return step;
};

const insideCells = ({ whole }: Ground): number => whole.cells.length;

let made: { everything: Step; drag: Step } | undefined;

/** One subdistrict for both of its steps. */
const subdistrict = () => {
  made ??= makeSubdistrict();
  return made;
};

const makeSubdistrict = (): { everything: Step; drag: Step } => {
  const versions = Array.from({ length: 40 }, (_, index) => facilitiesFrom(index + 1));
  const state = new Coverage(benchGround(), questions, versions[0]);
  const sites = scattered(randomFrom(5), SITES, 2900);
  const runs = CLASSES.map((name) => runsOfSites(state, name, sites));
  const random = randomFrom(99);
  const moved = new Map<string, Position>();
  return {
    everything: (index) => {
      state.setFacilities(versions[index % versions.length] as Facility[]);
      state.results();
      for (const [at, name] of CLASSES.entries()) {
        state.gaps(name);
        suggestSites(state, name, { count: 1, runs: runs[at] as (typeof runs)[number] });
      }
      return index;
    },
    // What the page works out of a scenario: numbers of every class; gaps, outline and catchments of the shown one.
    drag: (index) => {
      const name = CLASSES[index % CLASSES.length] as CoverageClass;
      const category = CATEGORIES[index % CATEGORIES.length];
      const position = positionOf(projection, random() * 2000 - 1000, random() * 2000 - 1000);
      moved.set(`${category}-3`, position);
      const scenario = { moved: Array.from(moved, ([id, to]) => ({ id, position: to })) };
      state.setFacilities(facilitiesOfScenario(versions[0] as Facility[], scenario));
      state.results();
      state.gaps(name);
      state.covered(name);
      state.catchments(name);
      return index;
    },
  };
};

/** The gaps of the ten classes by turf, circles of 64 corners; nobody is counted, nothing suggested. */
const turfGaps = (): Step => {
  const facilities = facilitiesFrom(1);
  const border = feature(benchOutline());
  return () =>
    CATEGORIES.reduce((sum, category, at) => {
      const meters = (RADII[at] as number) / 1.3;
      const circles = facilities
        .filter((each) => each.class === category)
        .map(({ position }) => circle(position, meters, { steps: 64, units: 'meters' }));
      const gaps = difference(featureCollection([border, union(featureCollection(circles))!]));
      return sum + (gaps ? area(gaps) : 0);
    }, 0);
};

const discPositions = (count: number): Position[] =>
  scattered(randomFrom(count), count, BOX_METERS - 2 * (DISC_METERS + DISC_CELL_METERS));

/** Gap polygons of discs in the box; answers the area that they cover, from those polygons. */
const discs = (count: number): Step => {
  const positions = discPositions(count);
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
  const reach = { detourFactor: 1, reachMeters: DISC_METERS + 2 * DISC_CELL_METERS };
  return () => {
    fillDistanceField(field, raster, positions, reach);
    const polygons = polygonsOf(contourOf(field, raster, DISC_METERS));
    return BOX_METERS ** 2 - polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
  };
};

/** The area that the same discs cover by turf, as polygons of 64 corners. */
const turfUnion = (count: number): Step => {
  const circles = discPositions(count).map((position) =>
    circle(position, DISC_METERS, { steps: 64, units: 'meters' }),
  );
  return () => area(union(featureCollection(circles))!);
};

/** Twenty sites; answers how far at most the best possible choice is ahead. */
const siting = (radiusMeters: number): Step => {
  const ground = groundOf({
    outline: squares('box', -707, -707, 1414, 1)[0]!.geometry,
    demand: countedBy(squares('home', -707, -707, 1414 / 12, 12), (index) => (index * 7919) % 900),
  });
  const state = new Coverage(ground, [{ class: 'canteen', radiusMeters, detourFactor: 1.3 }], []);
  const runs = runsOfSites(state, 'canteen', scattered(randomFrom(7), SITES, 1414));
  return () => suggestSites(state, 'canteen', { count: 20, runs }).gapToBest;
};

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

/** A border with bays, almost 3 km across: 300 × 300 cells, most of them inside. */
const benchOutline = (): Polygon => {
  const border = Array.from({ length: 240 }, (_, index) => {
    const angle = (index / 240) * 2 * Math.PI;
    const square = 1480 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
    const meters = square * (index % 60 < 4 ? 0.93 : 1);
    return [meters * Math.cos(angle), meters * Math.sin(angle)] as const;
  });
  return polygon(border);
};

const benchGround = (): Ground => {
  const neighbourhoods = squares('neighbourhood', -1500, -1500, 600, 5);
  return groundOf({
    outline: benchOutline(),
    areas: [...squares('grid', -1500, -1500, 1500, 2), ...neighbourhoods],
    demand: countedBy(neighbourhoods, (index) => 1000 + ((index * 7919) % 5000)),
  });
};

const questions: Question[] = CLASSES.map((name, index) => ({
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

const facilitiesFrom = (seed: number): Facility[] => {
  const random = randomFrom(seed);
  return CATEGORIES.flatMap((category) =>
    scattered(random, FACILITIES_PER_CLASS, 3400).map((position, index) => ({
      id: `${category}-${index}`,
      class: category,
      position,
    })),
  );
};

import { area } from '@turf/area';
import { circle } from '@turf/circle';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { getSubdistrict } from '../../../functions/store/subdistricts.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_CLASSES, categoriesOfClass } from '../../../shared/coverage/coverage-class.ts';
import type { Place } from '../../../shared/place/place.ts';
import { heard } from '../../support/heard.ts';
import { getAs, HUAYANG, plannerOf } from '../../support/planning-desk.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';

type Shape = Feature<Polygon | MultiPolygon>;

let planner: SignedInPerson;
let places: Place[];
let outline: Shape;

beforeAll(async () => {
  await seed([], heard().io);
  planner = await plannerOf();
  places = (await listPlacesOfSubdistrict(HUAYANG, 'published', undefined)).places;
  outline = feature((await getSubdistrict(HUAYANG)).outline) as Shape;
}, 60_000);

/** What turf says of plain discs of 500 m: circles of 4096 corners, united and cut with the outline. */
const shareByTurf = (standing: readonly Place[]): number => {
  const circles = standing.map(({ position }) =>
    circle([...position], 500, { steps: 4096, units: 'meters' }),
  );
  const [first] = circles;
  if (!first) return 0;
  const all: Shape | null = circles.length > 1 ? union(featureCollection(circles)) : first;
  const covered = all && intersect(featureCollection<Polygon | MultiPolygon>([all, outline]));
  return covered ? area(covered) / area(outline) : 0;
};

describe('coverage of the seed', () => {
  it('within a plain disc of 500 m is what turf says, to a tenth of a percent of the area', async () => {
    for (const each of ['rest_stations', 'meals', 'canteen', 'health', 'public_toilet'] as const) {
      const standing = places.filter(({ category }) => categoriesOfClass(each).includes(category));
      const query = { class: each, mode: 'circle', detour: '1', meters: '500' };
      const answer = await getAs<Coverage>(planner, 'getCoverage', { query });
      expect(answer.facilities, each).toBe(standing.length);
      expect(standing.length, each).toBeGreaterThan(0);
      expect(Math.abs(answer.areaShare / shareByTurf(standing) - 1), each).toBeLessThan(0.001);
    }
  });

  it('has shares from 0 to 1, and areas that sum up to the whole, for every class', async () => {
    for (const each of COVERAGE_CLASSES) {
      const answer = await getAs<Coverage>(planner, 'getCoverage', { query: { class: each } });
      for (const { areaShare, peopleShare = 0, people = 0, coveredPeople = 0 } of [answer, ...answer.areas]) {
        expect(areaShare >= 0 && areaShare <= 1 && peopleShare >= 0 && peopleShare <= 1, each).toBe(true);
        expect(coveredPeople, each).toBeLessThanOrEqual(people);
      }
      for (const kind of ['grid', 'neighbourhood']) {
        const of = answer.areas.filter((area) => area.kind === kind);
        const sum = of.reduce((total, { coveredPeople = 0 }) => total + coveredPeople, 0);
        expect(Math.abs(sum - (answer.coveredPeople ?? 0)), `${each} ${kind}`).toBeLessThan(of.length * 0.1);
      }
    }
  });
});

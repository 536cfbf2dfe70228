import type { Polygon } from 'geojson';
import type { Area } from '../../../shared/area/area.ts';
import type { ClassCoverage, GradedSummary } from '../../../shared/coverage/class-coverage.ts';
import type { Coverage } from '../../../shared/coverage/coverage.ts';
import type { CoverageNumbers } from '../../../shared/coverage/coverage-answer.ts';
import { type CoverageClass, serves } from '../../../shared/coverage/coverage-class.ts';
import { areaId } from '../../../shared/coverage/layer-demand.ts';
import { unknownPolygons } from '../../../shared/coverage/network/unknown-polygons.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { StandardsOfClass } from '../../../shared/coverage/standard.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { ClassNumbers, FacilitySeen, GapFound, PlannerData } from './planner-engine.ts';

/** The numbers of one class, of the whole and of every area that lies in the subdistrict. */
export const classNumbers = (
  result: ClassCoverage,
  standards: StandardsOfClass,
  areas: readonly Area[],
): ClassNumbers => {
  const summaries = new Map(result.areas.map((summary) => [summary.id, summary]));
  return {
    ...numbersIn(result.whole),
    class: result.class,
    meters: result.radiusMeters,
    standards,
    facilities: result.facilityCount,
    areas: areas.flatMap((area) => {
      const summary = summaries.get(areaId(area));
      const { kind, code, name } = area;
      return summary?.grade ? [{ kind, code, name, ...numbersIn(summary) }] : [];
    }),
  };
};

const numbersIn = (summary: GradedSummary): CoverageNumbers => {
  const { areaShare = 0, peopleShare, people, coveredPeople, p50Meters, p90Meters, worst, grade } = summary;
  return {
    areaShare,
    ...(peopleShare !== undefined && { peopleShare, people, coveredPeople }),
    ...(p50Meters !== undefined && { p50Meters }),
    ...(p90Meters !== undefined && { p90Meters }),
    ...(worst?.meters !== undefined && { worstMeters: worst.meters }),
    ...(grade && { grade }),
  };
};

/** The gaps of a class, most people first, with the facility that is nearest to them. */
export const gapsFound = (
  coverage: Coverage,
  code: CoverageClass,
  names: ReadonlyMap<string, string>,
): GapFound[] => {
  const facilities = coverage.facilitiesOf(code);
  const hasPeople = coverage.ground.whole.totalPeople > 0;
  return coverage.gaps(code).gaps.map((gap, index) => {
    const nearest = gap.nearest === undefined ? undefined : facilities[gap.nearest];
    const name = nearest && names.get(nearest.id);
    return {
      rank: index + 1,
      outline: gap.polygon as Outline,
      people: hasPeople ? gap.people : undefined,
      squareMeters: gap.squareMeters,
      worstMeters: gap.worst.meters,
      nearest:
        nearest && name !== undefined && gap.nearestMeanMeters !== undefined
          ? { id: nearest.id, name, meters: gap.nearestMeanMeters }
          : undefined,
    };
  });
};

export const reachedOutline = (coverage: Coverage, code: CoverageClass): Outline | undefined =>
  outlineOf(coverage.covered(code));

export const unknownOutline = (coverage: Coverage, code: CoverageClass): Outline | undefined =>
  outlineOf(unknownPolygons(coverage.ground, coverage.field(code)));

const outlineOf = (polygons: readonly Polygon[]): Outline | undefined =>
  polygons.length > 0
    ? ({ type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) } as Outline)
    : undefined;

/** The facilities that count for a class, each with the people of its catchment where anybody was counted. */
const peopleServed = (coverage: Coverage, code: CoverageClass): Map<string, number | undefined> => {
  const hasPeople = coverage.ground.whole.totalPeople > 0;
  const catchments = coverage.catchments(code);
  return new Map(
    coverage
      .facilitiesOf(code)
      .map(({ id }, index) => [id, hasPeople ? catchments[index]?.people : undefined]),
  );
};

/** Every facility of a class, also those that a scenario closes and those that are closed at the asked hour. */
export const facilitiesSeen = (
  { places }: PlannerData,
  changes: readonly ScenarioChange[],
  code: CoverageClass,
  coverage: Coverage,
): FacilitySeen[] => {
  const served = peopleServed(coverage, code);
  const changed = new Map(
    changes.flatMap((each) => (each.type === 'add' ? [] : [[each.place, each] as const])),
  );
  const there = places
    .filter(({ properties }) => serves(properties.category, code))
    .map(({ id, geometry, properties }): FacilitySeen => {
      const change = changed.get(id);
      return {
        id,
        name: properties.name,
        position: change?.type === 'move' ? change.position : geometry.coordinates,
        isOpen: served.has(id),
        people: served.get(id),
        change: change?.type,
      };
    });
  const added = changes.flatMap((each): FacilitySeen[] =>
    each.type === 'add' && serves(each.class, code)
      ? [
          {
            id: each.id,
            name: each.name,
            position: each.position,
            isOpen: true,
            people: served.get(each.id),
            change: 'add',
          },
        ]
      : [],
  );
  return [...there, ...added];
};

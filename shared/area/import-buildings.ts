import { layerDemand } from '../coverage/layer-demand.ts';
import { BORDER_TOLERANCE_METERS, metersOutside } from '../geo/polygon.ts';
import type { Crs } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { type Area, type Building, DemandLayer } from './area.ts';
import { type AreaFinding, areaFinding, hasErrors } from './area-finding.ts';
import { MOST_FINDINGS } from './area-limits.ts';
import { declaredCrs } from './declared-crs.ts';
import { likelyCrsOf } from './likely-crs.ts';
import { type GivenBuilding, readBuilding } from './read-building.ts';

export type BuildingImport = {
  outline: Outline;
  crs: Crs;
  /** A GeoJSON FeatureCollection. */
  collection: { features: readonly unknown[]; crs?: unknown };
  /** Whose own numbers the buildings take the place of. */
  areas: readonly Area[];
};

export type ImportedBuildings = { buildings: Building[]; findings: AreaFinding[]; likelyCrs?: Crs };

/** An area and its buildings, counted apart, may differ by this share. */
const MOST_DIFFERENCE = 0.05;

/** Reads the buildings of a file. Those outside and those without people are left out and told. */
export const importBuildings = ({ outline, crs, collection, areas }: BuildingImport): ImportedBuildings => {
  const { features } = collection;
  const read = features.map((feature, index) => readBuilding(feature, index + 1, crs));
  const given = read.flatMap(({ building }) => building ?? []);
  const findings = [...declaredCrs(collection.crs, crs), ...read.flatMap((each) => each.findings)];
  if (features.length === 0) findings.push(areaFinding('no_buildings'));
  else if (given.length === 0 && !hasErrors(findings)) findings.push(areaFinding('no_people_column'));
  const likelyCrs = likelyCrsOf(
    given.map(({ position }) => position),
    crs,
    outline,
  );
  const likely = likelyCrs && { likely: likelyCrs };
  const measured = given.map((building) => ({ building, meters: metersOutside(building.position, outline) }));
  const inside = measured.flatMap(({ building, meters }) =>
    meters <= BORDER_TOLERANCE_METERS ? building : [],
  );
  if (given.length > 0 && inside.length === 0) {
    const nearest = measured.reduce((least, { meters }) => Math.min(least, meters), Number.POSITIVE_INFINITY);
    const values = { buildings: given.length, meters: Math.round(nearest), crs, ...likely };
    findings.unshift(areaFinding('all_buildings_outside', { values }));
  } else {
    if (likely) findings.unshift(areaFinding('likely_crs', { values: { crs, ...likely } }));
    for (const { building, meters } of measured) {
      if (meters <= BORDER_TOLERANCE_METERS) continue;
      const { at, position } = building;
      findings.push(
        areaFinding('building_outside', { at, position, values: { meters: Math.round(meters) } }),
      );
    }
  }
  findings.push(...doubles(inside));
  const buildings = inside.map(({ position, people }): Building => ({ position, people }));
  const told = [...sumFindings(areas, buildings), ...shortened(findings)];
  return { buildings, findings: told, ...(likelyCrs && { likelyCrs }) };
};

const doubles = (given: readonly GivenBuilding[]): AreaFinding[] => {
  const firstAt = new Map<string, number>();
  return given.flatMap(({ at, position }) => {
    const other = firstAt.get(`${position}`);
    if (other !== undefined) return [areaFinding('same_position', { at, position, values: { other } })];
    firstAt.set(`${position}`, at);
    return [];
  });
};

/** Where a building is missing in the file, its people are missing in the sum of its area. */
const sumFindings = (areas: readonly Area[], buildings: readonly Building[]): AreaFinding[] =>
  DemandLayer.options.flatMap((layer) =>
    layerDemand(areas, buildings, layer).byBuilding.flatMap(({ area, amount }) => {
      const other = area?.people[layer];
      if (!area || other === undefined) return [];
      if (Math.abs(amount - other) <= MOST_DIFFERENCE * Math.max(amount, other)) return [];
      const values = { layer, code: area.code, sum: Math.round(amount), other };
      return [areaFinding('area_sum_replaced', { name: area.name, values })];
    }),
  );

/** Errors first, so that none of them is among those that are not listed. */
const shortened = (findings: readonly AreaFinding[]): AreaFinding[] => {
  if (findings.length <= MOST_FINDINGS) return [...findings];
  const sorted = findings.toSorted((a, b) => a.severity.localeCompare(b.severity));
  const values = { count: findings.length - MOST_FINDINGS };
  return [...sorted.slice(0, MOST_FINDINGS), areaFinding('more_findings', { values })];
};

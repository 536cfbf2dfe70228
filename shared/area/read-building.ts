import { isInChina } from '../geo/china.ts';
import { convertPosition } from '../geo/crs.ts';
import type { Crs } from '../geo/position.ts';
import type { Building, People } from './area.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { isBuildingFeature, middleOf, rounded } from './building-feature.ts';
import { DEMAND_LAYERS } from './demand-layers.ts';
import { MOST_PEOPLE, readCount } from './read-count.ts';

/** A building of a file in WGS-84, and its number there. */
export type GivenBuilding = Building & { at: number };

/** Reads one feature, the `at`-th of its file. What is wrong with it is found all at once. */
export const readBuilding = (
  feature: unknown,
  at: number,
  crs: Crs,
): { building?: GivenBuilding; findings: AreaFinding[] } => {
  if (!isBuildingFeature(feature)) return { findings: [areaFinding('not_a_building', { at })] };
  const position = middleOf(feature.geometry);
  const { people, findings } = readPeople(feature.properties ?? {}, at);
  const values = { position: `${position}` };
  if (position.some((degrees) => Math.abs(degrees) > 180))
    findings.push(areaFinding('not_degrees', { at, values }));
  else if (!isInChina(position)) findings.push(areaFinding('bad_position', { at, values }));
  if (findings.length > 0) return { findings };
  if (Object.keys(people).length === 0) return { findings: [areaFinding('nobody_counted', { at })] };
  return { building: { at, position: rounded(convertPosition(position, crs, 'wgs84')), people }, findings };
};

const readPeople = (properties: Record<string, unknown>, at: number) => {
  const people: People = {};
  const findings: AreaFinding[] = [];
  for (const layer of DEMAND_LAYERS) {
    const given = properties[layer];
    if (given === undefined || given === null || given === '') continue;
    // What is nested a hundred thousand times over is no text that anything could write.
    const text = typeof given === 'object' ? '{…}' : `${given}`;
    const count = readNumber(given);
    const values = { layer, text: text.slice(0, 40) };
    if (Number.isNaN(count)) findings.push(areaFinding('not_a_number', { at, values }));
    else if (count < 0) findings.push(areaFinding('negative', { at, values }));
    else if (count > MOST_PEOPLE) findings.push(areaFinding('too_many_people', { at, values }));
    // Reckoned from floors and homes, people of a building are often no whole number.
    else people[layer] = Math.round(count * 100) / 100;
  }
  return { people, findings };
};

const readNumber = (given: unknown): number => {
  if (typeof given === 'number') return given;
  return typeof given === 'string' ? readCount(given) : Number.NaN;
};

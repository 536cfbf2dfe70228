import { projectionOf } from '../coverage/local-projection.ts';
import type { Crs } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import type { Area, AreaKind, DataSource } from './area.ts';
import { type AreaFinding, areaFinding, hasErrors } from './area-finding.ts';
import { MOST_AREAS } from './area-limits.ts';
import { borderFindings } from './border-findings.ts';
import { declaredCrs } from './declared-crs.ts';
import { fittedAreas } from './fitted-areas.ts';
import { cornersOf, likelyCrsOf, likelyCrsOfAreas } from './likely-crs.ts';
import { closedPieces, mendOutline, openAt } from './mend-outline.ts';
import { neighbourFindings } from './neighbour-findings.ts';
import { outlineOf, type Pieces } from './plane.ts';
import { type GivenArea, readFeature } from './read-feature.ts';
import { snappedAreas } from './snapped-areas.ts';

export type AreaImport = {
  subdistrict: { code: string; outline: Outline };
  kind: AreaKind;
  crs: Crs;
  source: DataSource;
  /** A GeoJSON FeatureCollection. */
  collection: { features: readonly unknown[]; crs?: unknown };
  /** The areas of the kind that are there: people counted by an area stay with its code. */
  before: readonly Area[];
};

/** What an import would store, and what was found on the way; with an error among it nothing may be stored. */
export type ImportedAreas = { areas: Area[]; findings: AreaFinding[]; likelyCrs?: Crs };

/**
 * Reads, mends and fits the areas of a file: rings closed, self-crossings resolved, slivers left out, borders drawn
 * no finer than they are worth, neighbours' borders made one; what lies outside, overlaps or is left free is told.
 */
export const importAreas = (given: AreaImport): ImportedAreas => {
  const { subdistrict, kind, crs, source, collection, before } = given;
  const count = collection.features.length;
  if (count > MOST_AREAS) {
    const tooMany = areaFinding('too_many_areas', { values: { areas: count, most: MOST_AREAS } });
    return { areas: [], findings: [tooMany] };
  }
  const read = collection.features.map((feature, index) => readFeature(feature, index + 1, crs));
  const findings = [...declaredCrs(collection.crs, crs), ...read.flatMap((each) => each.findings)];
  const areas = read.flatMap(({ area }) => (area ? [area] : []));
  if (count === 0) findings.push(areaFinding('no_areas'));
  findings.push(...doubles(areas));
  const projection = projectionOf(subdistrict.outline);
  for (const area of areas) {
    const open = openAt(area.pieces);
    if (open) findings.push(areaFinding('ring_closed', { ...namedOf(area), position: open }));
  }
  const closed = areas.map((area) => ({ ...area, pieces: closedPieces(area.pieces) }));
  const fitted = fittedAreas(closed, projection);
  const { outline } = subdistrict;
  // What is far too fine is not clipped: its corners have to tell.
  const isClippable = !hasErrors(fitted.findings);
  const likelyCrs = isClippable
    ? likelyCrsOfAreas(fitted.areas, crs, { outline, projection })
    : likelyCrsOf(cornersOf(areas), crs, outline);
  const answer = (made: Area[]): ImportedAreas => ({
    areas: made,
    findings,
    ...(likelyCrs && { likelyCrs }),
  });
  const border = borderFindings(fitted.areas, { outline, projection, crs, likelyCrs, isClippable });
  // What lies elsewhere altogether need not be mended first.
  if (border.some(({ code }) => code === 'all_outside')) {
    findings.push(...border);
    return answer([]);
  }
  findings.push(...border, ...fitted.findings);
  // What is far too fine, or reaches far too far, is not mended either.
  if (hasErrors(fitted.findings) || border.some(({ code }) => code === 'far_outside')) return answer([]);
  const mended = fitted.areas.map((area) => {
    const { pieces, findings: found } = mendOutline(area.pieces, projection, namedOf(area));
    findings.push(...found);
    if (pieces.length === 0 && !hasErrors(found)) findings.push(areaFinding('nothing_left', namedOf(area)));
    return { ...area, pieces };
  });
  const snapped = snappedAreas(
    mended.filter(({ pieces }) => pieces.length > 0),
    projection,
  );
  findings.push(...snapped.findings, ...neighbourFindings(snapped.areas, outline, projection));
  const made = snapped.areas.map((area) => areaOf(area, { subdistrict: subdistrict.code, kind, source }));
  if (!hasErrors(findings)) findings.push(...peopleFindings(made, before));
  return answer(withPeople(made, before));
};

/** Who a finding speaks of. */
export const namedOf = ({ at, name }: Pick<GivenArea, 'at' | 'name'>) => ({ at, name });

const areaOf = (
  { code, name, pieces }: { code: string; name: string; pieces: Pieces },
  more: Pick<Area, 'subdistrict' | 'kind' | 'source'>,
): Area => ({ ...more, code, name, outline: outlineOf(pieces), people: {}, peopleSources: {} });

const doubles = (areas: readonly GivenArea[]): AreaFinding[] => {
  const [codes, names] = [new Map<string, number>(), new Map<string, number>()];
  return areas.flatMap(({ at, code, name }) => {
    const found: AreaFinding[] = [];
    const [sameCode, sameName] = [codes.get(code), names.get(name)];
    if (sameCode !== undefined)
      found.push(areaFinding('code_twice', { at, name, values: { code, other: sameCode } }));
    if (sameName !== undefined)
      found.push(areaFinding('name_twice', { at, name, values: { other: sameName } }));
    codes.set(code, sameCode ?? at);
    names.set(name, sameName ?? at);
    return found;
  });
};

const hasPeople = ({ people }: Area): boolean => Object.keys(people).length > 0;

const withPeople = (areas: readonly Area[], before: readonly Area[]): Area[] => {
  const known = new Map(before.map((area) => [area.code, area]));
  return areas.map((area) => {
    const { people = {}, peopleSources = {} } = known.get(area.code) ?? {};
    return { ...area, people, peopleSources };
  });
};

const peopleFindings = (areas: readonly Area[], before: readonly Area[]): AreaFinding[] => {
  const codes = new Set(areas.map(({ code }) => code));
  const counted = before.filter(hasPeople);
  const kept = counted.filter(({ code }) => codes.has(code));
  return [
    ...(kept.length > 0 ? [areaFinding('people_kept', { values: { areas: kept.length } })] : []),
    ...counted
      .filter(({ code }) => !codes.has(code))
      .map(({ code, name }) => areaFinding('people_lost', { name, values: { code } })),
  ];
};

import type { Polygon } from 'geojson';
import type { Position } from '../geo/position.ts';
import { cellFractions } from './cell-fractions.ts';
import { contourOf } from './contour.ts';
import { cutRings } from './cut-rings.ts';
import type { DistanceField } from './distance-field.ts';
import type { Ground } from './ground.ts';
import { cellPosition } from './raster.ts';
import { geoPolygonOf, type PlanePolygon, polygonsOf, type Ring, signedArea } from './rings.ts';

/** A piece of the subdistrict from which no facility lies within the radius. */
export type Gap = {
  /** WGS-84, with its holes. */
  polygon: Polygon;
  squareMeters: number;
  people: number;
  /** The spot that is worst off and, unless nothing is in reach of it, the way to its nearest facility. */
  worst: { position: Position; meters?: number; nearest?: number };
  /**
   * Index of the facility that is nearest to the most people of the gap, and the mean way to it of those alone: metres on
   * foot, weighted by people where there are any.
   */
  nearest?: number;
  nearestMeanMeters?: number;
};

/** Gaps with the most people first, and what was too small to be one. */
export type Gaps = { gaps: Gap[]; droppedSquareMeters: number; droppedPeople: number };

/** A gap smaller than this many cells is a sliver between circles and border: left out and counted. */
export const LEAST_GAP_CELLS = 2;

/** The gaps of a field at a radius, cut with the outline. */
export const gapsOf = (
  ground: Ground,
  field: DistanceField,
  radiusMeters: number,
  facilityCount: number,
): Gaps => {
  const { raster } = ground;
  const least = LEAST_GAP_CELLS * raster.cellMeters ** 2;
  const far = contourOf(field, raster, radiusMeters);
  const found: Gaps = { gaps: [], droppedSquareMeters: 0, droppedPeople: 0 };
  const sums: Sums = { weight: new Float64Array(facilityCount), meters: new Float64Array(facilityCount) };
  for (const polygon of polygonsOf(cutRings(far, ground.outlineIndex))) {
    const gap = gapOf(polygon, ground, field, sums);
    if (gap.squareMeters >= least) found.gaps.push(gap);
    else {
      found.droppedSquareMeters += gap.squareMeters;
      found.droppedPeople += gap.people;
    }
  }
  found.gaps.sort((a, b) => b.people - a.people || b.squareMeters - a.squareMeters);
  return found;
};

/** Of each facility those it is nearest to: their weight, and their metres times weight. */
type Sums = { weight: Float64Array; meters: Float64Array };

const gapOf = (
  polygon: PlanePolygon,
  ground: Ground,
  { meters, nearest }: DistanceField,
  sums: Sums,
): Gap => {
  sums.weight.fill(0);
  sums.meters.fill(0);
  const { raster } = ground;
  const { cells, fractions } = cellFractions(polygon as readonly Ring[], raster);
  let people = 0;
  let worstCell = cells[0] ?? -1;
  let worstMeters = -1;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number;
    const inOutline = ground.inOutline[cell] as number;
    if (inOutline === 0) continue;
    const fraction = fractions[at] as number;
    const here = (ground.people[cell] as number) * Math.min(1, fraction / inOutline);
    people += here;
    const way = meters[cell] as number;
    if (way > worstMeters) {
      worstMeters = way;
      worstCell = cell;
    }
    const facility = nearest[cell] as number;
    if (facility < 0 || !(way < Infinity)) continue;
    // Where nobody lives every square metre counts for a billionth of a person.
    const weight = here + fraction * 1e-9;
    sums.weight[facility] = (sums.weight[facility] as number) + weight;
    sums.meters[facility] = (sums.meters[facility] as number) + weight * way;
  }
  const gap: Gap = {
    polygon: geoPolygonOf(polygon, raster.projection),
    squareMeters: polygon.reduce((sum, ring) => sum + signedArea(ring), 0),
    people,
    worst: { position: cellPosition(raster, worstCell) },
  };
  if (worstMeters >= 0 && worstMeters < Infinity) {
    gap.worst.meters = worstMeters;
    gap.worst.nearest = nearest[worstCell] as number;
  }
  const most = sums.weight.reduce((largest, weight) => Math.max(largest, weight), 0);
  if (most > 0) {
    gap.nearest = sums.weight.indexOf(most);
    gap.nearestMeanMeters = (sums.meters[gap.nearest] as number) / most;
  }
  return gap;
};

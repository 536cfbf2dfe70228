import type { DistanceField } from './distance-field.ts';
import type { AreaCells } from './ground.ts';
import type { Raster } from './raster.ts';

/** How well an area is covered. Distances are metres on foot, weighted by people where there are any. */
export type Summary = {
  squareMeters: number;
  coveredSquareMeters: number;
  /** 0 to 1; absent for an area without cells. */
  areaShare?: number;
  people: number;
  coveredPeople: number;
  /** 0 to 1; absent where nobody is. */
  peopleShare?: number;
  weightedBy: 'people' | 'area';
  /** Absent where no facility is in reach of so many. */
  p50Meters?: number;
  p90Meters?: number;
  /** Absent where some have no facility in reach at all. */
  meanMeters?: number;
  /** The cell that is furthest; `meters` is absent where nothing is in reach of it. */
  worst?: { cell: number; meters?: number };
  /** The part of the people, or else of the area, 0 to 1, from whom the way is not known. */
  unknownShare: number;
};

/** Bins of one metre; what is further than sixteen kilometres is out of reach. */
const BINS = 16_384;

/**
 * How much of each cell lies within the radius, 0 to 1, into `covered`. A cell on the rim counts by its part: the
 * sum over a disc of radius r is right to h²/12r² (0.01 % at 300 m and cells of 10 m), where counting middles
 * would be right on average only.
 */
export const fillCovered = (
  covered: Float32Array,
  field: DistanceField,
  raster: Raster,
  radiusMeters: number,
): void => {
  const { meters } = field;
  const steepness = 1 / (raster.cellMeters * field.detourFactor);
  for (let cell = 0; cell < covered.length; cell++) {
    const part = (radiusMeters - (meters[cell] as number)) * steepness + 0.5;
    covered[cell] = part > 0 ? (part < 1 ? part : 1) : 0;
  }
};

/** Summarises areas one after another, on one histogram of distances. */
export class Summariser {
  readonly #weights = new Float64Array(BINS);

  /** The summary of one area, from a field and what `fillCovered` made of it. */
  summarise(area: AreaCells, field: DistanceField, covered: Float32Array, raster: Raster): Summary {
    const { cells, fractions, people } = area;
    const isByPeople = area.totalPeople > 0;
    const cellArea = raster.cellMeters ** 2;
    // Two short loops take half the time of one that does both: their sums fit the registers.
    let coveredFraction = 0;
    let coveredPeople = 0;
    for (let at = 0; at < cells.length; at++) {
      const part = covered[cells[at] as number] as number;
      coveredFraction += (fractions[at] as number) * part;
      coveredPeople += (people[at] as number) * part;
    }
    const distances = this.#distances(cells, isByPeople ? people : fractions, field.meters);
    const { unknown, meterSum, farthestAt, farthestMeters, beyondAt } = distances;
    const weightSum = (isByPeople ? area.totalPeople : area.squareMeters / cellArea) - unknown;
    const lastBin = Math.min(BINS - 1, Math.ceil(farthestMeters));
    const summary: Summary = {
      squareMeters: area.squareMeters,
      coveredSquareMeters: coveredFraction * cellArea,
      people: area.totalPeople,
      coveredPeople,
      weightedBy: isByPeople ? 'people' : 'area',
      unknownShare: unknown === 0 ? 0 : share(unknown, weightSum + unknown),
    };
    if (area.squareMeters > 0) summary.areaShare = share(summary.coveredSquareMeters, area.squareMeters);
    if (isByPeople) summary.peopleShare = share(coveredPeople, area.totalPeople);
    const [p50, p90] = this.#quantiles([0.5 * weightSum, 0.9 * weightSum], lastBin);
    if (p50 !== undefined) summary.p50Meters = p50;
    if (p90 !== undefined) summary.p90Meters = p90;
    if (beyondAt >= 0) summary.worst = { cell: cells[beyondAt] as number };
    else if (farthestAt >= 0) {
      summary.meanMeters = meterSum / weightSum;
      summary.worst = { cell: cells[farthestAt] as number, meters: farthestMeters };
    }
    this.#weights.fill(0, 0, lastBin + 1);
    return summary;
  }

  /** Sorts weights into bins by distance, and keeps apart what no facility reaches and what nobody knows. */
  #distances(cells: Int32Array, held: Float64Array, meters: Float32Array) {
    const weights = this.#weights;
    let unknown = 0;
    let meterSum = 0;
    let farthestAt = -1;
    let farthestMeters = -1;
    let beyondAt = -1;
    for (let at = 0; at < cells.length; at++) {
      const distance = meters[cells[at] as number] as number;
      const weight = held[at] as number;
      if (distance < BINS) {
        const bin = distance | 0;
        weights[bin] = (weights[bin] as number) + weight;
        meterSum += distance * weight;
        if (distance > farthestMeters && weight > 0) {
          farthestMeters = distance;
          farthestAt = at;
        }
      } else if (weight > 0) {
        if (Number.isNaN(distance)) unknown += weight;
        else if (beyondAt < 0) beyondAt = at;
      }
    }
    return { unknown, meterSum, farthestAt, farthestMeters, beyondAt };
  }

  /**
   * The distances within which so much weight lies, from the least to the most; straight between the ends of a bin of
   * one metre. Fewer where there is not so much in reach.
   */
  #quantiles(wanted: readonly number[], lastBin: number): number[] {
    // Built for older browsers every look at a private field is one into a WeakMap.
    const weights = this.#weights;
    const found: number[] = [];
    let sum = 0;
    for (let bin = 0; bin <= lastBin && found.length < wanted.length; bin++) {
      const weight = weights[bin] as number;
      for (let next = wanted[found.length]; weight > 0 && next !== undefined && sum + weight >= next; ) {
        found.push(bin + (next - sum) / weight);
        next = wanted[found.length];
      }
      sum += weight;
    }
    return found;
  }
}

/** Sums in another order may differ in the last bit: a share is never over 1 for it. */
const share = (part: number, whole: number): number => Math.min(1, part / whole);

import type { MultiPolygon, Polygon } from 'geojson';
import { type CellFractions, cellFractions, fractionsWithin } from './cell-fractions.ts';
import { type DemandItem, type SpreadItem, spreadDemand } from './demand.ts';
import { projectionOf } from './local-projection.ts';
import { CELL_METERS, type Raster, rasterOver } from './raster.ts';
import { type RingIndex, ringIndex } from './ring-index.ts';
import { type Ring, ringsOf } from './rings.ts';

/** A grid, neighbourhood or other part of the subdistrict. Areas of one level do not overlap. */
export type Area = { id: string; level: string; geometry: Polygon | MultiPolygon };

export type GroundInput = {
  outline: Polygon | MultiPolygon;
  areas?: readonly Area[];
  demand?: readonly DemandItem[];
  cellMeters?: number;
};

/** The cells of an area: how much of each belongs to it, and the people there. */
export type AreaCells = CellFractions & {
  id: string;
  level: string;
  people: Float64Array;
  squareMeters: number;
  totalPeople: number;
};

/** What the inputs hold that a planner has to know. */
export type GroundWarning =
  | { code: 'cells_enlarged'; cellMeters: number }
  | { code: 'area_outside'; id: string }
  | { code: 'demand_outside'; index: number; amount: number }
  | { code: 'people_without_area'; level: string; people: number };

/** Everything that does not change when facilities, classes or hours do: prepared once, used by every question. */
export type Ground = {
  raster: Raster;
  outline: Ring[];
  outlineIndex: RingIndex;
  whole: AreaCells;
  areas: AreaCells[];
  /** The people of every cell. */
  people: Float64Array;
  /** How much of every cell lies in the outline. */
  inOutline: Float32Array;
  warnings: GroundWarning[];
};

export const WHOLE = 'whole';

/** Prepares the cells of a subdistrict, of its areas and of its people. */
export const groundOf = ({
  outline,
  areas = [],
  demand = [],
  cellMeters = CELL_METERS,
}: GroundInput): Ground => {
  const projection = projectionOf(outline);
  const rings = ringsOf(outline, projection);
  const raster = rasterOver(rings, projection, { cellMeters });
  const warnings: GroundWarning[] = [];
  if (raster.cellMeters > cellMeters)
    warnings.push({ code: 'cells_enlarged', cellMeters: raster.cellMeters });
  const wholeFractions = cellFractions(rings, raster);
  const inOutline = new Float32Array(raster.width * raster.height);
  for (const [at, cell] of wholeFractions.cells.entries())
    inOutline[cell] = wholeFractions.fractions[at] as number;
  const outlineIndex = ringIndex(rings);
  const spread = spreadDemand(demand, raster, outlineIndex, inOutline);
  for (const index of spread.outside)
    warnings.push({ code: 'demand_outside', index, amount: demand[index]?.amount ?? 0 });
  const whole = areaCells(
    WHOLE,
    WHOLE,
    wholeFractions,
    Float64Array.from(wholeFractions.cells, (cell) => spread.people[cell] as number),
    raster,
  );
  const levels = byLevel(areas);
  const prepared = new Map<string, AreaCells>();
  for (const [level, members] of levels) {
    const cellsOf = members.map((area) => fractionsWithin(area.geometry, raster, outlineIndex));
    const people = peopleOfLevel(members, cellsOf, spread.items, spread.people);
    for (const [index, { id }] of members.entries()) {
      const fractions = cellsOf[index] as CellFractions;
      if (fractions.cells.length === 0) warnings.push({ code: 'area_outside', id });
      prepared.set(`${level} ${id}`, areaCells(id, level, fractions, people[index] as Float64Array, raster));
    }
    const counted = members.reduce(
      (sum, { id }) => sum + (prepared.get(`${level} ${id}`)?.totalPeople ?? 0),
      0,
    );
    if (whole.totalPeople - counted > 0.5)
      warnings.push({ code: 'people_without_area', level, people: whole.totalPeople - counted });
  }
  return {
    raster,
    outline: rings,
    outlineIndex,
    whole,
    areas: areas.map(({ level, id }) => prepared.get(`${level} ${id}`) as AreaCells),
    people: spread.people,
    inOutline,
    warnings,
  };
};

const byLevel = (areas: readonly Area[]): Map<string, Area[]> => {
  const levels = new Map<string, Area[]>();
  for (const area of areas) {
    const members = levels.get(area.level);
    if (members) members.push(area);
    else levels.set(area.level, [area]);
  }
  return levels;
};

const areaCells = (
  id: string,
  level: string,
  { cells, fractions }: CellFractions,
  people: Float64Array,
  { cellMeters }: Raster,
): AreaCells => ({
  id,
  level,
  cells,
  fractions,
  people,
  squareMeters: fractions.reduce((sum, fraction) => sum + fraction, 0) * cellMeters ** 2,
  totalPeople: people.reduce((sum, count) => sum + count, 0),
});

/**
 * The people of each area of one level. Where everybody was counted by these very areas, or in none, each keeps its
 * own; all others in a cell are divided by how much of it each area holds. Either way the areas sum up to the whole.
 */
const peopleOfLevel = (
  members: readonly Area[],
  cellsOf: readonly CellFractions[],
  items: readonly SpreadItem[],
  people: Float64Array,
): Float64Array[] => {
  const ids = new Set(members.map(({ id }) => id));
  const counted = items.filter(({ areaId }) => areaId !== undefined);
  const isCountedHere = counted.length > 0 && counted.every(({ areaId }) => ids.has(areaId as string));
  const others = isCountedHere ? peopleOf(items, undefined) : undefined;
  const divided = others ? (cell: number) => others.get(cell) ?? 0 : (cell: number) => people[cell] as number;
  const sums = new Float64Array(people.length);
  for (const { cells, fractions } of cellsOf)
    for (const [at, cell] of cells.entries()) sums[cell] = (sums[cell] as number) + (fractions[at] as number);
  return members.map(({ id }, index) => {
    const { cells, fractions } = cellsOf[index] as CellFractions;
    const own = isCountedHere ? peopleOf(items, id) : undefined;
    return Float64Array.from(
      cells,
      (cell, at) =>
        (own?.get(cell) ?? 0) + (divided(cell) * (fractions[at] as number)) / (sums[cell] as number),
    );
  });
};

/** The people of each cell who were counted in an area, or in none. */
const peopleOf = (items: readonly SpreadItem[], areaId: string | undefined): Map<number, number> => {
  const people = new Map<number, number>();
  for (const item of items)
    if (item.areaId === areaId)
      for (const [at, cell] of item.cells.entries())
        people.set(cell, (people.get(cell) ?? 0) + (item.amounts[at] as number));
  return people;
};

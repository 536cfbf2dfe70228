import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { SNAP_METERS } from './area-limits.ts';
import { type Pieces, pointOf, type Ring } from './plane.ts';

/** An edge of a border, its ends also in metres of the plane. */
export type Edge = { a: Position; b: Position; ax: number; ay: number; bx: number; by: number };

/** A corner of a border. */
export type Corner = { position: Position; x: number; y: number };

type Cell = { edges: Edge[]; corners: Corner[] };

/** Small enough that a cell holds few edges, large enough that an edge lies in few cells. */
const CELL_METERS = 25;

/** Borders by the squares of the plane that they pass through, so that only what is near is looked at. */
export class BorderIndex {
  readonly projection: LocalProjection;
  readonly #cells = new Map<number, Cell>();
  readonly #corners = new Map<string, number>();
  readonly #edges = new Set<number>();

  constructor(projection: LocalProjection) {
    this.projection = projection;
  }

  /** Adds the borders of an area; an edge that is there already, either way, is there once. */
  add(pieces: Pieces): void {
    for (const edge of pieces.flat().flatMap((ring) => edgesOf(ring, this.projection))) {
      const [from, to] = [this.#numberOf(edge.a, edge.ax, edge.ay), this.#numberOf(edge.b, edge.bx, edge.by)];
      const key = pairOf(Math.min(from, to), Math.max(from, to));
      if (this.#edges.has(key)) continue;
      this.#edges.add(key);
      eachCell(edge, (cell) => {
        this.#cellAt(cell).edges.push(edge);
      });
    }
  }

  /** The edges that may lie within the tolerance of a point. */
  edgesNear(x: number, y: number): readonly Edge[] {
    return this.#cells.get(pairOf(stepOf(x), stepOf(y)))?.edges ?? [];
  }

  /** The corners that may lie within the tolerance of an edge. */
  cornersNear(edge: Edge): Corner[] {
    const found: Corner[] = [];
    eachCell(edge, (cell) => {
      for (const corner of this.#cells.get(cell)?.corners ?? []) found.push(corner);
    });
    return found;
  }

  #numberOf(position: Position, x: number, y: number): number {
    const known = this.#corners.get(`${position}`);
    if (known !== undefined) return known;
    this.#cellAt(pairOf(stepOf(x), stepOf(y))).corners.push({ position, x, y });
    this.#corners.set(`${position}`, this.#corners.size);
    return this.#corners.size - 1;
  }

  #cellAt(key: number): Cell {
    const cell = this.#cells.get(key) ?? { edges: [], corners: [] };
    this.#cells.set(key, cell);
    return cell;
  }
}

/** The edges of a closed ring. */
export const edgesOf = (ring: Ring, projection: LocalProjection): Edge[] =>
  ring.slice(1).map((b, index) => {
    const a = ring[index] as Position;
    const [ax, ay] = pointOf(projection, a);
    const [bx, by] = pointOf(projection, b);
    return { a, b, ax, ay, bx, by };
  });

const stepOf = (meters: number): number => Math.floor(meters / CELL_METERS);

/** Two whole numbers, of which the second may be up to a hundred million either way of zero, as one. */
const pairOf = (first: number, second: number): number => first * 2 ** 27 + second;

/** Every cell that an edge passes within the tolerance of, column by column or, where it is steep, row by row. */
const eachCell = ({ ax, ay, bx, by }: Edge, see: (cell: number) => void): void => {
  const isSteep = Math.abs(by - ay) > Math.abs(bx - ax);
  const [from, to, fromSide, toSide] = isSteep ? [ay, by, ax, bx] : [ax, bx, ay, by];
  const slope = from === to ? 0 : (toSide - fromSide) / (to - from);
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const sideAt = (along: number) => fromSide + slope * (Math.min(Math.max(along, low), high) - from);
  for (let step = stepOf(low - SNAP_METERS); step <= stepOf(high + SNAP_METERS); step++) {
    const enters = sideAt(step * CELL_METERS - SNAP_METERS);
    const leaves = sideAt((step + 1) * CELL_METERS + SNAP_METERS);
    const last = stepOf(Math.max(enters, leaves) + SNAP_METERS);
    for (let side = stepOf(Math.min(enters, leaves) - SNAP_METERS); side <= last; side++)
      see(isSteep ? pairOf(side, step) : pairOf(step, side));
  }
};

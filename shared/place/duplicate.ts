import { distanceMeters } from '../geo/distance.ts';
import type { Position } from '../geo/position.ts';
import { type NameTokens, nameTokens, SIMILAR_NAMES, similarityOf } from './name-similarity.ts';

/** Entries of one place stand at most this far apart: a hand-placed pin is easily on the other side of the block. */
export const DUPLICATE_RADIUS_METERS = 100;

/** Two entries that may be the same place; a person decides. */
export type DuplicateSuspect<Entry> = { entry: Entry; distanceMeters: number; similarity: number };

/** About 100 m in degrees of latitude: the side of a cell of the index. */
const CELL_DEGREES = DUPLICATE_RADIUS_METERS / 111_000;

type Indexed<Entry> = { entry: Entry; position: Position; tokens: NameTokens };

/**
 * Entries by place, so that each new one is compared with its neighbours only. Positions are WGS-84.
 * Holds up to the latitudes of China: a cell is as wide as the radius at 54° N.
 */
export const duplicateIndex = <Entry>() => {
  const cells = new Map<string, Indexed<Entry>[]>();
  const cellOf = ([lng, lat]: Position): [number, number] => [
    Math.floor(lng / (CELL_DEGREES * 1.75)),
    Math.floor(lat / CELL_DEGREES),
  ];

  return {
    /** Adds an entry and answers nothing. */
    add(entry: Entry, name: string, position: Position): void {
      const key = cellOf(position).join();
      const indexed = { entry, position, tokens: nameTokens(name) };
      const cell = cells.get(key);
      if (cell) cell.push(indexed);
      else cells.set(key, [indexed]);
    },

    /** The entries within `DUPLICATE_RADIUS_METERS` whose names are alike, nearest first. */
    suspects(name: string, position: Position): DuplicateSuspect<Entry>[] {
      const tokens = nameTokens(name);
      const [x, y] = cellOf(position);
      const found: DuplicateSuspect<Entry>[] = [];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (const other of cells.get(`${x + dx},${y + dy}`) ?? []) {
            const apart = distanceMeters(position, other.position);
            if (apart > DUPLICATE_RADIUS_METERS) continue;
            const similarity = similarityOf(tokens, other.tokens);
            if (similarity >= SIMILAR_NAMES)
              found.push({ entry: other.entry, distanceMeters: apart, similarity });
          }
        }
      }
      return found.sort((a, b) => a.distanceMeters - b.distanceMeters);
    },
  };
};

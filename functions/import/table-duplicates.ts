import type { Position } from '../../shared/geo/position.ts';
import { type Tile, tileName, tilesOfDisc } from '../../shared/geo/tile.ts';
import { DUPLICATE_RADIUS_METERS, duplicateIndex } from '../../shared/place/duplicate.ts';
import { listTileFeatures } from '../store/tile-features.ts';
import type { Finding } from './finding.ts';
import type { Sentences } from './sentences-zh.ts';

/** A row that would become a new place. */
export type NewRow = { line: number; name: string; position: Position };

/**
 * Finds places on the map that a new row may double: near it and alike in name. Each tile is read once.
 * Places that the file itself is about are left out, for their rows were compared with each other already.
 */
export const tableDuplicates = (say: Sentences) => {
  const index = duplicateIndex<{ id: string; name: string }>();
  const known = new Set<string>();

  const read = async (tile: Tile): Promise<void> => {
    if (known.has(tileName(tile))) return;
    known.add(tileName(tile));
    for (const { id, geometry, properties } of await listTileFeatures(tile)) {
      index.add({ id, name: properties.name }, properties.name, geometry.coordinates);
    }
  };

  return async (row: NewRow, own: ReadonlySet<string>): Promise<Finding[]> => {
    for (const tile of tilesOfDisc(row.position, DUPLICATE_RADIUS_METERS)) await read(tile);
    return index
      .suspects(row.name, row.position)
      .filter(({ entry }) => !own.has(entry.id))
      .map(({ entry, distanceMeters }) => ({
        severity: 'duplicate',
        line: row.line,
        value: row.name,
        reason: say.likePlace(entry.name, entry.id, Math.round(distanceMeters)),
      }));
  };
};

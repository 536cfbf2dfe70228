import { describe, expect, it } from 'vitest';
import { createTileArchive } from '../../../web-map/offline/tile-archive.ts';

const TILE = { x: 13715, y: 6693 };
const KEPT = { features: [], loadedAt: '2026-11-20T02:42:00.000Z' };

describe('the tile archive where storage is refused', () => {
  it('keeps nothing and breaks nothing without IndexedDB', async () => {
    const archive = createTileArchive(undefined);
    await expect(archive.writeTile(TILE, KEPT)).resolves.toBeUndefined();
    await expect(archive.readTile(TILE)).resolves.toBeUndefined();
  });

  it('keeps nothing and breaks nothing where opening throws, as in a private window', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const archive = createTileArchive(refusing);
    await expect(archive.writeTile(TILE, KEPT)).resolves.toBeUndefined();
    await expect(archive.readTile(TILE)).resolves.toBeUndefined();
  });
});

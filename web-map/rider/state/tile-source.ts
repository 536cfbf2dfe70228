import { client } from './rider-client.ts';
import type { TileSource } from './tile-store.ts';

/** Tiles from the API. */
export const tileSource: TileSource = {
  async fetchTile({ x, y }) {
    const { features } = await client('getTile', { params: { x, y } });
    return { features, loadedAt: new Date().toISOString(), stale: false };
  },
  readSaved: async () => undefined,
  now: () => Date.now(),
};

import { createClient, type Fetch } from '../../../shared/api/client.ts';
import { answerAge } from '../../offline/answer-age.ts';
import type { TileArchive } from '../../offline/tile-archive.ts';
import { shareSchedules } from './share-schedules.ts';
import type { TileSource } from './tile-store.ts';

/** Tiles from the API, kept in the archive and read from there when the API cannot be reached. */
export const createTileSource = (fetch: Fetch, archive: TileArchive): TileSource => ({
  async fetchTile(tile) {
    let age = { answeredAt: new Date(), stale: false };
    const client = createClient(async (url, options) => {
      const answer = await fetch(url, options);
      age = answerAge(answer.headers, age.answeredAt);
      return answer;
    });
    const { features } = await client('getTile', { params: tile });
    const loadedAt = age.answeredAt.toISOString();
    if (!age.stale) await archive.writeTile(tile, { features, loadedAt });
    return { features: shareSchedules(features), loadedAt, stale: age.stale };
  },
  async readSaved(tile) {
    const saved = await archive.readTile(tile);
    return saved && { ...saved, features: shareSchedules(saved.features) };
  },
  now: () => Date.now(),
});

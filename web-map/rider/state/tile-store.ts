import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type Tile, tileName } from '../../../shared/geo/tile.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';

/** The places of a tile and the moment at which the service gave them. */
export type LoadedTile = { features: readonly PlaceFeature[]; loadedAt: string };

/** Where tiles come from. */
export type TileSource = {
  /** Rejects when the service cannot be reached. `stale` says that only an older answer was to be had. */
  fetchTile(tile: Tile): Promise<LoadedTile & { stale: boolean }>;
  /** What this device kept of a tile. */
  readSaved(tile: Tile): Promise<LoadedTile | undefined>;
  now(): number;
};

/**
 * How the tiles of a view stand. `loadedAt` is the moment of the oldest one; `stale` says that some could not be
 * refreshed.
 */
export type TilesStatus = {
  loading: boolean;
  failed: boolean;
  stale: boolean;
  loadedAt: string | undefined;
};

type TileState = Partial<LoadedTile> & {
  loading: boolean;
  failed: boolean;
  stale: boolean;
  askedAt: number;
};

/** A tile that is looked at is asked for again after this many milliseconds, sooner where that failed. */
const REFRESH_AFTER = 60_000;
const RETRY_AFTER = 10_000;
/** After this long, what this device kept is shown while the service is still being waited for. */
const PATIENCE = 2_500;
/** Ranking and drawing thousands of places for each tile of a view would be work for nothing. */
const TOGETHER = 80;
const AT_A_TIME = 6;
const KEPT = 96;

export type TileStore = {
  /** The places of every tile that is kept. */
  places: ReadonlySignal<readonly PlaceFeature[]>;
  /** Asks for tiles that are missing or old; what is there stays meanwhile. `again` asks for all of them. */
  need(tiles: readonly Tile[], options?: { again?: boolean }): void;
  statusOf(tiles: readonly Tile[]): TilesStatus;
};

/** The tiles of the page: fetched, kept, taken from this device where the service cannot be reached. */
export function createTileStore(source: TileSource): TileStore {
  const states = signal<ReadonlyMap<string, TileState>>(new Map());
  const places = signal<readonly PlaceFeature[]>([]);
  const waiting: Tile[] = [];
  /** What is known; `states` and `places` follow together. */
  const latest = new Map<string, TileState>();
  let running = 0;
  let hasNewPlaces = false;
  let publishing: ReturnType<typeof setTimeout> | undefined;

  const publish = () => {
    clearTimeout(publishing);
    publishing = undefined;
    batch(() => {
      states.value = new Map(latest);
      if (hasNewPlaces) places.value = [...latest.values()].flatMap(({ features }) => features ?? []);
      hasNewPlaces = false;
    });
  };

  const set = (tile: Tile, change: Partial<TileState>) => {
    const name = tileName(tile);
    const before = latest.get(name) ?? { loading: false, failed: false, stale: false, askedAt: 0 };
    // Set anew, so that the map's order is the order of use and the first one is the one to forget.
    latest.delete(name);
    latest.set(name, { ...before, ...change });
    for (const oldest of latest.keys()) if (latest.size > KEPT) latest.delete(oldest);
    hasNewPlaces ||= change.features !== undefined;
    publishing ??= setTimeout(publish, TOGETHER);
  };

  const isKnown = (tile: Tile) => latest.get(tileName(tile))?.features !== undefined;

  const showSaved = async (tile: Tile) => {
    const saved = isKnown(tile) ? undefined : await source.readSaved(tile).catch(() => undefined);
    if (saved && !isKnown(tile)) set(tile, { ...saved, stale: true });
  };

  const load = async (tile: Tile) => {
    const impatience = setTimeout(() => showSaved(tile), PATIENCE);
    try {
      set(tile, { ...(await source.fetchTile(tile)), loading: false, failed: false });
    } catch {
      await showSaved(tile);
      set(tile, { loading: false, failed: !isKnown(tile), stale: isKnown(tile) });
    } finally {
      clearTimeout(impatience);
    }
  };

  const loadNext = () => {
    const tile = running < AT_A_TIME ? waiting.shift() : undefined;
    if (!tile) return;
    running += 1;
    load(tile).finally(() => {
      running -= 1;
      if (running === 0 && waiting.length === 0) publish();
      loadNext();
    });
    loadNext();
  };

  return {
    places,
    need(tiles, { again = false } = {}) {
      const now = source.now();
      for (const tile of tiles) {
        const state = latest.get(tileName(tile));
        const patience = state?.failed || state?.stale ? RETRY_AFTER : REFRESH_AFTER;
        if (state && (state.loading || (!again && now - state.askedAt < patience))) continue;
        set(tile, { loading: true, askedAt: now });
        waiting.push(tile);
      }
      loadNext();
    },
    statusOf(tiles) {
      const known = tiles.map((tile) => states.value.get(tileName(tile)));
      const moments = known.flatMap((state) => state?.loadedAt ?? []).sort();
      return {
        loading: known.some((state) => !state || (state.loading && !state.features)),
        failed: known.some((state) => state?.failed),
        stale: known.some((state) => state?.stale),
        loadedAt: moments[0],
      };
    },
  };
}

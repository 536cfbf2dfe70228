import { afterEach, describe, expect, it, vi } from 'vitest';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import {
  createTileStore,
  type LoadedTile,
  type TileSource,
} from '../../../web-map/rider/state/tile-store.ts';
import { samplePlace } from '../../support/sample-place.ts';

const TILE = { x: 13717, y: 6694 };
const loaded = (name: string, loadedAt = '2026-11-20T02:42:00.000Z'): LoadedTile => ({
  features: [placeFeature(samplePlace({ name }))],
  loadedAt,
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const storeWith = (given: Partial<TileSource>) => {
  const clock = { now: 0 };
  const asked: string[] = [];
  const store = createTileStore({
    fetchTile: async () => ({ ...loaded('fetched'), stale: false }),
    readSaved: async () => undefined,
    now: () => clock.now,
    ...given,
    ...(given.fetchTile && {
      fetchTile: (tile) => {
        asked.push(`${tile.x}/${tile.y}`);
        return (given.fetchTile as TileSource['fetchTile'])(tile);
      },
    }),
  });
  const names = () => store.places.value.map(({ properties }) => properties.name);
  return { store, clock, asked, names };
};

afterEach(() => {
  vi.useRealTimers();
});

describe('createTileStore', () => {
  it('holds the places of the tiles that were asked for', async () => {
    const { store, names } = storeWith({});
    expect(store.statusOf([TILE])).toMatchObject({ loading: true });
    store.need([TILE]);
    await settled();
    expect(names()).toEqual(['fetched']);
    expect(store.statusOf([TILE])).toEqual({
      loading: false,
      failed: false,
      stale: false,
      loadedAt: '2026-11-20T02:42:00.000Z',
    });
  });

  it('asks for a tile once a minute and not at every movement', async () => {
    const { store, clock, asked } = storeWith({
      fetchTile: async () => ({ ...loaded('one'), stale: false }),
    });
    store.need([TILE]);
    store.need([TILE]);
    await settled();
    clock.now = 59_000;
    store.need([TILE]);
    expect(asked).toHaveLength(1);
    clock.now = 61_000;
    store.need([TILE]);
    await settled();
    expect(asked).toHaveLength(2);
  });

  it('takes what this device kept when the service cannot be reached, and says of when it is', async () => {
    const { store, names } = storeWith({
      fetchTile: () => Promise.reject(new Error('offline')),
      readSaved: async () => loaded('kept', '2026-11-19T10:00:00.000Z'),
    });
    store.need([TILE]);
    await settled();
    expect(names()).toEqual(['kept']);
    expect(store.statusOf([TILE])).toEqual({
      loading: false,
      failed: false,
      stale: true,
      loadedAt: '2026-11-19T10:00:00.000Z',
    });
  });

  it('shows what this device kept while a slow service is waited for', async () => {
    vi.useFakeTimers();
    let answer: (tile: LoadedTile & { stale: boolean }) => void = () => undefined;
    const { store, names } = storeWith({
      fetchTile: () => new Promise((resolve) => (answer = resolve)),
      readSaved: async () => loaded('kept'),
    });
    store.need([TILE]);
    await vi.advanceTimersByTimeAsync(2_400);
    expect(names()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(names()).toEqual(['kept']);
    expect(store.statusOf([TILE])).toMatchObject({ loading: false, stale: true });
    answer({ ...loaded('fetched'), stale: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(names()).toEqual(['fetched']);
    expect(store.statusOf([TILE])).toMatchObject({ stale: false });
  });

  it('keeps showing what it has when a refresh fails', async () => {
    let isOnline = true;
    const { store, clock, names } = storeWith({
      fetchTile: async () => {
        if (!isOnline) throw new Error('offline');
        return { ...loaded('first'), stale: false };
      },
      readSaved: async () => loaded('older'),
    });
    store.need([TILE]);
    await settled();
    isOnline = false;
    clock.now = 120_000;
    store.need([TILE]);
    await settled();
    expect(names()).toEqual(['first']);
    expect(store.statusOf([TILE])).toMatchObject({ stale: true, failed: false });
  });

  it('has failed when there is neither an answer nor anything kept, and recovers', async () => {
    let isOnline = false;
    const { store, names } = storeWith({
      fetchTile: async () => {
        if (!isOnline) throw new Error('offline');
        return { ...loaded('back'), stale: false };
      },
    });
    store.need([TILE]);
    await settled();
    expect(store.statusOf([TILE])).toMatchObject({ failed: true, stale: false });
    isOnline = true;
    store.need([TILE], { again: true });
    await settled();
    expect(names()).toEqual(['back']);
    expect(store.statusOf([TILE])).toMatchObject({ failed: false });
  });

  it('asks for a few tiles at a time', async () => {
    let running = 0;
    let most = 0;
    const { store, names } = storeWith({
      fetchTile: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        return { ...loaded('one'), stale: false };
      },
    });
    store.need(Array.from({ length: 20 }, (_, x) => ({ x, y: 1 })));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(most).toBe(6);
    expect(names()).toHaveLength(20);
  });
});

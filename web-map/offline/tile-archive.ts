import { type Tile, tileName } from '../../shared/geo/tile.ts';
import { type ArchivedTile, readRow, rowOf } from './archived-row.ts';

export type TileArchive = {
  /** Resolves to undefined where nothing readable is kept or storage is refused. */
  readTile(tile: Tile): Promise<ArchivedTile | undefined>;
  /** Keeps a tile, and forgets those seen longest ago beyond the limit. Never rejects. */
  writeTile(tile: Tile, archived: ArchivedTile): Promise<void>;
};

const DATABASE = 'nuanxin-map';
const STORE = 'tiles';

/**
 * Last-known tiles in IndexedDB, for browsers without service workers. Only public places are kept, by
 * tile: nothing tells where in it the rider was. A private window or a full disk makes it forgetful,
 * never broken.
 */
export const createTileArchive = (
  factory: IDBFactory | undefined = globalThis.indexedDB,
  limit = 120,
): TileArchive => {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(factory);
    return opened;
  };
  return {
    async readTile(tile) {
      try {
        const rows = (await open()).transaction(STORE).objectStore(STORE);
        return readRow(await answerOf<unknown>(rows.get(tileName(tile))));
      } catch {
        return undefined;
      }
    },
    async writeTile(tile, archived) {
      try {
        const transaction = (await open()).transaction(STORE, 'readwrite');
        const rows = transaction.objectStore(STORE);
        rows.put(rowOf(tileName(tile), archived));
        const names = await answerOf(rows.index('loadedAt').getAllKeys());
        for (const name of names.slice(0, Math.max(0, names.length - limit))) rows.delete(name);
      } catch {
        // Storage is a comfort; without it the page asks the network again.
      }
    },
  };
};

const openDatabase = (factory: IDBFactory | undefined): Promise<IDBDatabase> => {
  if (!factory) return Promise.reject(new Error('no IndexedDB'));
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'name' }).createIndex('loadedAt', 'loadedAt');
  };
  return answerOf(request);
};

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

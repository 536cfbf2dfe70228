import type { Tile } from '../../shared/geo/tile.ts';
import { tileName } from '../../shared/geo/tile.ts';
import type { PlaceState } from '../../shared/place/place.ts';
import { table } from '../../shared/table.ts';

const { tile: tileIndex, subdistrict: subdistrictIndex } = table.indexes;

/** Builders of every key of the table: nobody else writes `PLACE#`. Names of keys stand in `shared/table.ts`. */

/** A key as the table's attributes. */
export const keyAttributes = ({ PK, SK }: { PK: string; SK: string }) => ({ PK: { S: PK }, SK: { S: SK } });

/** The item of a place, and the partition of its changes. */
export const placeKey = (id: string) => ({ PK: `PLACE#${id}`, SK: 'PLACE' });

/** One entry of a place's history; ULIDs sort by time. */
export const changeKey = (placeId: string, changeId: string) => ({
  PK: `PLACE#${placeId}`,
  SK: `CHANGE#${changeId}`,
});

/** The partition of a map tile in the tile index. */
export const tilePartition = (tile: Tile): string => `TILE#${tileName(tile)}`;

/** Where an item stands in the tile index: its tile, then its id. */
export const tileIndexKey = (tile: Tile, id: string) => ({
  [tileIndex.partitionKey]: tilePartition(tile),
  [tileIndex.sortKey]: id,
});

/** Where an item stands in the subdistrict index: a partition of it, then what that queue is sorted by. */
export const subdistrictIndexKey = (partition: string, sortedBy: string) => ({
  [subdistrictIndex.partitionKey]: partition,
  [subdistrictIndex.sortKey]: sortedBy,
});

/** The partition of a subdistrict's places in one state, sorted by id. */
export const placesPartition = (subdistrict: string, state: PlaceState): string =>
  `SUB#${subdistrict}#place#${state}`;

/** The partition of a subdistrict's changes of one month (`202611`), sorted by time. */
export const changesPartition = (subdistrict: string, month: string): string =>
  `SUB#${subdistrict}#change#${month}`;

/** A subdistrict with its outline. */
export const subdistrictKey = (code: string) => ({ PK: `SUB#${code}`, SK: 'SUBDISTRICT' });

/** How many places of each kind a subdistrict has on the map, and when one last changed. */
export const countsKey = (code: string) => ({ PK: `SUB#${code}`, SK: 'COUNTS' });

/** The short item that names all subdistricts. */
export const SUBDISTRICTS_KEY = { PK: 'SUBDISTRICTS', SK: 'SUBDISTRICTS' } as const;

/** There while the demo data is being written, so that a seed that was cut off is finished. */
export const SEED_KEY = { PK: 'SEED', SK: 'SEED' } as const;

/** The counter that marker ids come from. */
export const MARKER_COUNTER_KEY = { PK: 'COUNTER#marker', SK: 'COUNTER' } as const;

/** The item that makes an external id, or the hash that stands for it, unique within its source. */
export const sourceKey = (source: string, externalId: string) => ({
  PK: `UNIQUE#source#${source}#${externalId}`,
  SK: 'UNIQUE',
});

import type { Tile } from '../../shared/geo/tile.ts';
import { tileName } from '../../shared/geo/tile.ts';
import type { PlaceState } from '../../shared/place/place.ts';
import type { Reminder } from '../../shared/place/yearly-confirmation.ts';
import { table } from '../../shared/table.ts';

const { tile: tileIndex, subdistrict: subdistrictIndex, person: personIndex } = table.indexes;

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

/** Which entry of a history the sort key of its item names. */
export const changeIdOf = (sortKey: string): string => sortKey.replace(/^.*#/, '');

/** There while a change of a place waits for its review: it names the registration, and there is only one. */
export const pendingChangeKey = (placeId: string) => ({ PK: `PLACE#${placeId}`, SK: 'PENDING' });

/** There where the owner of a place had a reminder of the confirmation that is due on a day. */
export const reminderKey = (placeId: string, { confirmBy, stage }: Reminder) => ({
  PK: `PLACE#${placeId}`,
  SK: `REMINDER#${confirmBy}#${stage}`,
});

/** A place that its owner offers to whoever has a code, by the hash of the code. */
export const handOverKey = (hash: string) => ({ PK: `HAND-OVER#${hash}`, SK: 'HAND-OVER' });

/** A rider's sign, by the hash of whose it is, of which place, kind and day. */
export const signKey = (hash: string) => ({ PK: `SIGN#${hash}`, SK: 'SIGN' });

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

/** The partition of what one person filed (`registration`), holds (`place`, `grant`), did (`change`) or was told (`message`). */
export const personPartition = (personId: string, noun: PersonNoun): string => `PERSON#${personId}#${noun}`;

export type PersonNoun = 'registration' | 'place' | 'grant' | 'change' | 'message' | 'photo';

/** Where an item stands in the index of persons, sorted by time. */
export const personIndexKey = (personId: string, noun: PersonNoun, sortedBy: string) => ({
  [personIndex.partitionKey]: personPartition(personId, noun),
  [personIndex.sortKey]: sortedBy,
});

/** The partition of everything of a noun and state in a subdistrict that is no place: `registration#submitted`. */
export const queuePartition = (subdistrict: string, noun: string, state: string): string =>
  `SUB#${subdistrict}#${noun}#${state}`;

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

/** What street network a subdistrict has. */
export const networkKey = (code: string) => ({ PK: `SUB#${code}`, SK: 'NETWORK' });

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

/** The item that makes a licence (unified social credit code) unique among the places that are on the map. */
export const licenceKey = (code: string) => ({ PK: `UNIQUE#licence#${code}`, SK: 'UNIQUE' });

import type { Place } from '../../shared/place/place.ts';
import { allocateMarkerIds } from '../store/counters.ts';
import type { PlaceChange } from '../store/place-change.ts';
import { findPlaces } from '../store/places.ts';
import { findPlaceIdsOfSource } from '../store/places-of-source.ts';
import type { Finding } from './finding.ts';
import { changedPlace, createdPlace, type PlaceDefaults } from './make-place.ts';
import { type ReadRow, type RowContext, readRow } from './read-row.ts';
import type { Table } from './sheet.ts';
import { uniquenessOf } from './uniqueness.ts';

/** Rows read from the table and written together. */
const CHUNK_ROWS = 99;

/** One row beside the place it is about, if that exists already. */
export type PlannedRow = {
  line: number;
  row: ReadRow;
  /** The place that is there already. */
  placeId?: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  change?: Pick<PlaceChange, 'before' | 'after' | 'uniqueness'>;
  finding?: Finding;
};

export type PlanContext = RowContext & {
  defaults: PlaceDefaults;
  wrong: ReadonlySet<number>;
  /** Leaves a place that is there as it is. */
  keepsExisting: boolean;
  /** Whether who imports may change this place; undefined: they may change any of the subdistrict. */
  mayChange?: (place: Place) => boolean;
  newId: () => string;
  now: () => string;
};

/**
 * The rows that can be written in chunks, each compared with the place it is about as that stands now. Reads
 * and decides only; walked once to see, and once more to write, so that a second import finds the first
 * one's places and writes what is left. New places get their marker ids from `takeMarkerIds`.
 */
export async function* planChanges(
  table: Table,
  context: PlanContext,
  takeMarkerIds: (count: number) => Promise<number[]> = allocateMarkerIds,
): AsyncGenerator<PlannedRow[]> {
  let chunk: { line: number; row: ReadRow }[] = [];
  const lineOfPlace = new Map<string, number>();
  for await (const row of table.rows()) {
    if (context.wrong.has(row.line)) continue;
    const { values } = readRow(row, context);
    if (values) chunk.push({ line: row.line, row: values });
    if (chunk.length < CHUNK_ROWS) continue;
    yield await planChunk(chunk, context, takeMarkerIds, lineOfPlace);
    chunk = [];
  }
  if (chunk.length > 0) yield await planChunk(chunk, context, takeMarkerIds, lineOfPlace);
}

/** The same plan without taking marker ids or making ids: what would become of each row, for a look at it. */
export const sketchChanges = (table: Table, context: PlanContext): AsyncGenerator<PlannedRow[]> =>
  planChanges(table, { ...context, newId: () => '' }, async (count) => new Array<number>(count).fill(1));

const planChunk = async (
  chunk: readonly { line: number; row: ReadRow }[],
  context: PlanContext,
  takeMarkerIds: (count: number) => Promise<number[]>,
  lineOfPlace: Map<string, number>,
): Promise<PlannedRow[]> => {
  const { defaults, say, subdistrict } = context;
  const keys = chunk.map(({ row }) => uniquenessOf(row, defaults));
  const ofSource = await findPlaceIdsOfSource(keys);
  const places = await findPlaces(
    chunk.flatMap(({ row }, index) => [row.id, ofSource[index]].filter((id) => id !== undefined)),
  );
  const beforeOf = (index: number) =>
    places.get(chunk[index]?.row.id ?? '') ?? places.get(ofSource[index] ?? '');
  const markerIds = await takeMarkerIds(chunk.filter((_, index) => !beforeOf(index)).length);
  const now = context.now();

  return chunk.map(({ line, row }, index): PlannedRow => {
    const before = beforeOf(index);
    const refused = (reason: string): PlannedRow => ({
      line,
      row,
      outcome: 'refused',
      finding: { severity: 'error', line, value: row.name, reason },
    });
    if (!before) {
      const stamp = { id: context.newId(), markerId: markerIds.shift() ?? 0, now };
      const change = { after: createdPlace(row, defaults, stamp), uniqueness: keys[index] };
      return { line, row, outcome: 'created', change };
    }
    // One row names the place by its id, another by what makes it unique: only here they turn out to be one.
    const twin = lineOfPlace.get(before.id);
    if (twin !== undefined) return refused(say.samePlaceAsLine(twin));
    lineOfPlace.set(before.id, line);
    if (before.subdistrict !== subdistrict.code) return refused(say.ofOtherSubdistrict(before.subdistrict));
    const after = context.keepsExisting ? undefined : changedPlace(before, row, defaults, now);
    if (!after) return { line, row, placeId: before.id, outcome: 'unchanged' };
    if (context.mayChange?.(before) === false) return refused(say.ofOtherGrid(before.grid ?? ''));
    // Its owner is told and its licence set free by the operation that retires a place, not by a table.
    if (before.owner && before.state !== 'retired' && after.state === 'retired') return refused(say.owned());
    if (before.state === 'retired' && after.state !== 'retired') return refused(say.retired());
    const isOwner = ofSource[index] === before.id;
    const isFree = ofSource[index] === undefined && row.externalId !== undefined;
    return {
      line,
      row,
      placeId: before.id,
      outcome: 'updated',
      change: { before, after, uniqueness: !isOwner && isFree ? keys[index] : undefined },
    };
  });
};

import { covers, coversWhole } from '../../shared/access/covers.ts';
import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readCursor, writeCursor } from '../runtime/page-cursor.ts';
import type { Session } from '../runtime/session.ts';
import { listChangesOfPlace, readChanges, readChangesOfPlace, type StoredChange } from '../store/changes.ts';
import { findPlace } from '../store/places.ts';
import { changeEntries } from './change-entries.ts';
import { getPlaceOfStaff } from './place-of-staff.ts';

const PAGE = 30;
const CHANGE_ID = /^[\w-]{1,60}$/;
const KEY = /^[A-Z-]+#[^\p{Cc}]+$/u;

/** The history of a place, newest first. */
export const listPlaceChanges: Operation<typeof placeRoutes.listPlaceChanges> = async ({
  params,
  query,
  requireScope,
}) => {
  await getPlaceOfStaff(params.id, requireScope);
  const after = readCursor(query.cursor, [CHANGE_ID])?.[0];
  const found = await listChangesOfPlace(params.id, { limit: PAGE + 1, after });
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    body: { changes: await changeEntries(shown), ...(last && { next: writeCursor([last.id]) }) },
  };
};

/** The audit of a subdistrict: of a month, narrowed to a person or a place. */
export const listChanges: Operation<typeof placeRoutes.listChanges> = async ({ query, session }) => {
  const { place, cursor } = query;
  const [PK, SK, at] = readCursor(cursor, [KEY, KEY, /^20\d\d-[\dT:.Z-]+$/]) ?? [];
  const start = PK && SK && at ? { PK, SK, at } : undefined;
  const mayRead = readerOf(session, query.subdistrict);
  const found: StoredChange[] = [];
  const changes = place === undefined ? readChanges(query, start) : readChangesOfPlace(place, query, start);
  for await (const change of changes) {
    if (!(await mayRead(change))) continue;
    found.push(change);
    if (found.length > PAGE) break;
  }
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const next = last && writeCursor([last.key.PK, last.key.SK, last.at]);
  return { body: { changes: await changeEntries(shown), ...(next && { next }) } };
};

/**
 * Whether somebody may read an entry. A reviewer of some grids reads what was done in them; what was done to a place
 * is read by whoever looks after the grid that it has now, wherever it lay then.
 */
const readerOf = ({ grants }: Session, subdistrict: string) => {
  const readsAll = coversWhole(grants, ['reviewer'], subdistrict);
  const places = new Map<string, Promise<Place | undefined>>();
  const placeOf = (id: string) => {
    const found = places.get(id) ?? findPlace(id);
    places.set(id, found);
    return found;
  };
  return async ({ subject, before, after }: StoredChange): Promise<boolean> => {
    if (readsAll) return true;
    const place = subject.type === 'place' ? await placeOf(subject.id) : undefined;
    const { grid } = (place?.subdistrict === subdistrict ? place : (after ?? before ?? {})) as {
      grid?: string;
    };
    return covers(grants, ['reviewer'], { subdistrict, grid });
  };
};

import { covers } from '../../shared/access/covers.ts';
import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readCursor, writeCursor } from '../runtime/page-cursor.ts';
import type { Session } from '../runtime/session.ts';
import { listChangesOfPlace, readChanges, readChangesOfPlace, type StoredChange } from '../store/changes.ts';
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
  const found: StoredChange[] = [];
  const changes = place === undefined ? readChanges(query, start) : readChangesOfPlace(place, query, start);
  for await (const change of changes) {
    if (!mayRead(session, change)) continue;
    found.push(change);
    if (found.length > PAGE) break;
  }
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const next = last && writeCursor([last.key.PK, last.key.SK, last.at]);
  return { body: { changes: await changeEntries(shown), ...(next && { next }) } };
};

/** A reviewer of some grids reads what was done in them. */
const mayRead = ({ grants }: Session, { subdistrict, before, after }: StoredChange): boolean => {
  const { grid } = (after ?? before ?? {}) as { grid?: string };
  return covers(grants, ['reviewer'], { subdistrict, grid });
};

import { covers } from '../../shared/access/covers.ts';
import { CaseFilter, type registrationRoutes } from '../../shared/api/registration-routes.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { holderOf } from '../../shared/registration/review-rules.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readCursor, writeCursor } from '../runtime/page-cursor.ts';
import { listCasesIn } from '../store/cases.ts';
import { findPersonCards } from '../store/persons.ts';
import { findPhotos } from '../store/photos.ts';
import { findPlace } from '../store/places.ts';
import { caseLine } from './case-line.ts';

const PAGE = 50;
const CASE_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const DECIDED_DAYS = 30;

/** The review queue of a subdistrict, oldest due first, as far as one's grids reach; what is decided newest first. */
export const listCases: Operation<typeof registrationRoutes.listCases> = async ({ query, session, now }) => {
  const { subdistrict, filter, grid, kind, cursor } = query;
  const since = new Date(now.getTime() - DECIDED_DAYS * 86_400_000).toISOString();
  const [submitted, needsChanges, approved, rejected] = await Promise.all([
    listCasesIn(subdistrict, 'submitted'),
    listCasesIn(subdistrict, 'needs_changes'),
    listCasesIn(subdistrict, 'approved', since),
    listCasesIn(subdistrict, 'rejected', since),
  ]);
  const isWanted = (registration: Registration) =>
    (grid === undefined || registration.grid === grid) &&
    (kind === undefined || registration.kind === kind) &&
    covers(session.grants, ['reviewer'], { subdistrict, grid: registration.grid });
  const open = submitted.filter(isWanted);
  const today = localDateOf(now);
  const lists: Record<CaseFilter, Registration[]> = {
    open,
    mine: open.filter((registration) => holderOf(registration, now) === session.personId),
    unclaimed: open.filter((registration) => holderOf(registration, now) === undefined),
    overdue: open.filter(({ dueOn = '' }) => dueOn < today),
    needs_changes: needsChanges.filter(isWanted),
    decided: [...approved, ...rejected].filter(isWanted).sort(byDecisionNewestFirst),
  };
  const { page, next } = pageOf(lists[filter], cursor);
  const cards = await findPersonCards(page.flatMap(({ claimedBy }) => (claimedBy ? [claimedBy.person] : [])));
  const photos = await findPhotos([...new Set(page.flatMap(({ application }) => application.photos ?? []))]);
  const cases = page.map(async (registration) => {
    const own = photos.filter(({ id }) => registration.application.photos?.includes(id));
    const facts = { reviewer: session.personId, now, cards, photos: own };
    return caseLine(registration, facts, await placeOf(registration));
  });
  const counts = Object.fromEntries(CaseFilter.options.map((name) => [name, lists[name].length])) as Record<
    CaseFilter,
    number
  >;
  return { body: { cases: await Promise.all(cases), counts, ...(next && { next }) } };
};

/** Only a change may be silent about what its place is called. */
const placeOf = async ({ kind, place }: Registration) =>
  kind === 'change' && place !== undefined ? findPlace(place) : undefined;

const byDecisionNewestFirst = (a: Registration, b: Registration): number =>
  (a.decision?.at ?? '') < (b.decision?.at ?? '') ? 1 : -1;

/** Where the case that the cursor names has left the list meanwhile, the list begins anew. */
const pageOf = (list: Registration[], cursor: string | undefined) => {
  const after = readCursor(cursor, [CASE_ID])?.[0];
  const start = after === undefined ? 0 : list.findIndex(({ id }) => id === after) + 1;
  const page = list.slice(start, start + PAGE);
  const last = page.at(-1);
  return { page, next: last && start + PAGE < list.length ? writeCursor([last.id]) : undefined };
};

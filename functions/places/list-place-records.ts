import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { Place } from '../../shared/place/place.ts';
import { matchesQuery } from '../../shared/place/search-match.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readPlacesOfSubdistrict } from '../store/places.ts';
import { keeps } from './keeps.ts';
import { readCursor, writeCursor } from './page-cursor.ts';
import { getPlaceOfStaff } from './place-of-staff.ts';
import { placeAnswer, placeRecords } from './place-record.ts';

const PAGE = 50;
const PLACE_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The places of a subdistrict as staff see them, in the order in which they came, page by page. */
export const listPlaceRecords: Operation<typeof placeRoutes.listPlaceRecords> = async ({
  query,
  session,
  now,
}) => {
  const { subdistrict, state, kind, grid, q } = query;
  const isWanted = (place: Place) =>
    keeps(session, place) &&
    (kind === undefined || place.kind === kind) &&
    (grid === undefined || place.grid === grid) &&
    (q === undefined || matchesQuery(place.searchKey, q));
  const found: Place[] = [];
  const after = readCursor(query.cursor, [PLACE_ID])?.[0];
  for await (const place of readPlacesOfSubdistrict(subdistrict, state, after)) {
    if (isWanted(place)) found.push(place);
    if (found.length > PAGE) break;
  }
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const places = await placeRecords(shown, now);
  return { body: { places, ...(last && { next: writeCursor([last.id]) }) } };
};

/** One place as staff see it. */
export const getPlaceRecord: Operation<typeof placeRoutes.getPlaceRecord> = async ({
  params,
  requireScope,
  now,
}) => placeAnswer(await getPlaceOfStaff(params.id, requireScope), now);

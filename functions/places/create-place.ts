import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { tilesOfDisc } from '../../shared/geo/tile.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import { DUPLICATE_RADIUS_METERS, duplicateIndex } from '../../shared/place/duplicate.ts';
import { newStaffPlace } from '../../shared/place/staff-place.ts';
import type { StaffNewPlace } from '../../shared/place/staff-place-patch.ts';
import { uniquenessOf } from '../import/uniqueness.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { personAuthor } from '../store/change-items.ts';
import { allocateMarkerIds } from '../store/counters.ts';
import { findCurrentPlace } from '../store/places.ts';
import { findPlaceIdsOfSource, type SourceId } from '../store/places-of-source.ts';
import { saveTogether } from '../store/save-together.ts';
import { listTileFeatures } from '../store/tile-features.ts';
import { requirePositionIn } from './check-position.ts';
import { chosenPhotos } from './chosen-photos.ts';
import { placeAnswer } from './place-record.ts';

/** Puts a place on the map; one that looks like a double of another only when staff say that it is none. */
export const createPlace: Operation<typeof placeRoutes.createPlace> = async ({ body, session, now }) => {
  await requirePositionIn(body.subdistrict, body.position);
  const photos = await chosenPhotos(body.photos ?? [], session.personId);
  const uniqueness = await freeUniqueness(body);
  if (!body.notADouble) await refuseDoubles(body);
  const [markerId = 0] = await allocateMarkerIds(1);
  const at = now.toISOString();
  const after = newStaffPlace(body, photos, { id: newId(), markerId, at });
  const reason: ChangeReason = 'created';
  await saveTogether([{ after, uniqueness, change: { by: personAuthor(session.personId), at, reason } }], {
    newId,
  });
  return placeAnswer(after, now);
};

/**
 * What an import finds the place by: as if it had come from a table. An id of a source is refused where another place
 * has it; kind, name and address are no more than a likeness, so they are only taken where they are free.
 */
const freeUniqueness = async (body: StaffNewPlace): Promise<SourceId | undefined> => {
  const { name, category, address, subdistrict } = body;
  const key = uniquenessOf(
    { name, category, address, externalId: body.source.externalId },
    { subdistrict, source: body.source.name },
  );
  const [taken] = await findPlaceIdsOfSource([key]);
  if (taken === undefined) return key;
  if (body.source.externalId !== undefined)
    throw new DomainError('conflict', `a place has this id of ${body.source.name}`, { places: [taken] });
  const other = await findCurrentPlace(taken);
  if (!body.notADouble && other && other.state !== 'retired') throw doubleOf([taken]);
  return undefined;
};

/** @throws DomainError `possible_double` naming what stands within 100 m under a similar name, nearest first. */
const refuseDoubles = async ({ name, position: { crs, position } }: StaffNewPlace): Promise<void> => {
  const where = convertPosition(position, crs, 'wgs84');
  const index = duplicateIndex<string>();
  for (const tile of tilesOfDisc(where, DUPLICATE_RADIUS_METERS)) {
    for (const { id, geometry, properties } of await listTileFeatures(tile))
      index.add(id, properties.name, geometry.coordinates);
  }
  const suspects = index.suspects(name, where);
  if (suspects.length > 0) throw doubleOf(suspects.map(({ entry }) => entry));
};

const doubleOf = (places: string[]) =>
  new DomainError('possible_double', `it may be ${places.join(', ')}`, { places });

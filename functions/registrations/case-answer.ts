import type { Place } from '../../shared/place/place.ts';
import { isOnMap, placeFeature } from '../../shared/place/place-summary.ts';
import type { Case } from '../../shared/registration/case.ts';
import { pickedFrom, placedAt } from '../../shared/registration/picked-position.ts';
import { placeDifferences } from '../../shared/registration/place-differences.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { reviewActions } from '../../shared/registration/review-rules.ts';
import type { Answer } from '../runtime/answer.ts';
import { findPersonCards } from '../store/persons.ts';
import { photoOf } from '../store/photo-items.ts';
import { findPlace } from '../store/places.ts';
import { listLatestRegistrations } from '../store/registrations.ts';
import { lineOfCase } from './case-line.ts';
import { maskedContact, photosOf } from './own-registration.ts';
import { findSuspects, neighboursOf } from './suspects.ts';

/** What a reviewer wants to see around a shop. */
const NEIGHBOURHOOD_METERS = 300;
const MOST_NEIGHBOURS = 60;

/** Everything a reviewer needs to decide, as things stand now. */
export const caseAnswer = async (
  registration: Registration,
  reviewer: string,
  now: Date,
): Promise<Answer<Case>> => {
  const { kind, application, applicant, place: placeId, decision, claimedBy } = registration;
  const place = placeId === undefined ? undefined : await findPlace(placeId);
  const position = positionOf(registration, place);
  const [photos, cards, neighbours, suspects, filed] = await Promise.all([
    photosOf(registration),
    findPersonCards([
      applicant,
      ...(decision ? [decision.by] : []),
      ...(claimedBy ? [claimedBy.person] : []),
    ]),
    position ? neighboursOf(position, NEIGHBOURHOOD_METERS) : [],
    findSuspects(registration),
    listLatestRegistrations(applicant),
  ]);
  const cardOf = (id: string) => cards.get(id) ?? { id };
  const body: Case = {
    ...lineOfCase(registration, { reviewer, now, cards, photos }),
    application,
    ...(position && { position }),
    contact: maskedContact(registration.contact),
    applicant: cardOf(applicant),
    photos: photos.map(photoOf),
    ...(place && isOnMap(place) && { place: placeFeature(place) }),
    differences:
      place && kind !== 'new' ? placeDifferences(place, application, { keepsAbsent: kind === 'change' }) : [],
    neighbours: neighbours.filter((near) => near.place.id !== placeId).slice(0, MOST_NEIGHBOURS),
    suspects,
    history: filed.filter(({ id, state }) => id !== registration.id && state !== 'draft').map(historyLine),
    ...(decision && { decision: { ...decision, by: cardOf(decision.by) } }),
    actions: reviewActions(registration, reviewer, now),
  };
  return { body, headers: { etag: `"${registration.version}"` } };
};

const positionOf = ({ application }: Registration, place: Place | undefined) => {
  const picked = application.position ?? (place && pickedFrom(place));
  return picked && placedAt(picked).position;
};

const historyLine = ({
  id,
  kind,
  state,
  application,
  updatedAt,
  decision,
}: Registration): Case['history'][number] => ({
  id,
  kind,
  state,
  name: application.name ?? '',
  updatedAt,
  ...(decision?.reason !== undefined && { reason: decision.reason }),
});

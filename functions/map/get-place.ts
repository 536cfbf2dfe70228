import type { mapRoutes } from '../../shared/api/map-routes.ts';
import type { PlaceDetail } from '../../shared/api/place-detail.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { arrivalConfidence } from '../../shared/place/arrival-confidence.ts';
import { freshness } from '../../shared/place/freshness.ts';
import { hoursOfDays } from '../../shared/place/hours-of-day.ts';
import { publicPlace } from '../../shared/place/public-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findPlace } from '../store/places.ts';
import { stateAt } from './asked-places.ts';
import { mapLinks } from './map-links.ts';
import { shownPhotos } from './shown-photos.ts';

const DAYS_SHOWN = 7;

/** Everything public about one place at this moment. A retired place stays readable, and
 * names the one it was merged into; a draft is not there. */
export const getPlace: Operation<typeof mapRoutes.getPlace> = async ({ params, query, now }) => {
  const place = await findPlace(params.id);
  if (!place || place.state === 'draft') throw new DomainError('not_found', `path id: ${params.id}`);
  const {
    id,
    position,
    givenPosition,
    searchKey,
    services = [],
    photos: _,
    ...properties
  } = publicPlace(place);
  const photos = await shownPhotos(place);
  const { state } = stateAt(place, now);
  const body: PlaceDetail = {
    type: 'Feature',
    id,
    crs: query.crs,
    geometry: { type: 'Point', coordinates: convertPosition(position, 'wgs84', query.crs) },
    properties: {
      ...properties,
      ...(photos.length > 0 && { photos }),
      services: services.map((service) => ({
        ...service,
        // A service is no more open than the place around it.
        openState: stateAt({ ...place, schedule: service.schedule ?? place.schedule }, now).state,
      })),
      openState: state,
      confidence: arrivalConfidence({ ...place, openState: state, wanted: [] }, now),
      freshness: freshness(place.verifiedAt, now),
      days: place.schedule
        ? hoursOfDays(place.schedule, localDateOf(now), DAYS_SHOWN, ANNOUNCED_HOLIDAYS)
        : [],
      links: mapLinks(place.name, position),
    },
  };
  return { body };
};

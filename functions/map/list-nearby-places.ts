import type { NearbyPlaces, WechatMarkers } from '../../shared/api/answers.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { isInChina } from '../../shared/geo/china.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { walkMinutes } from '../../shared/geo/distance.ts';
import type { AmenityCode } from '../../shared/place/amenity.ts';
import { arrivalConfidence } from '../../shared/place/arrival-confidence.ts';
import type { Operation } from '../runtime/define-function.ts';
import { Rendered } from '../runtime/rendered.ts';
import { askedPlaces, isOpenAt, stateAt } from './asked-places.ts';
import { type Near, nearestPlaces } from './nearest.ts';
import { wechatMarker } from './wechat-marker.ts';

/** Nearest places first, from the tiles that the disc meets. The position is used and forgotten. */
export const listNearbyPlaces: Operation<typeof mapRoutes.listNearbyPlaces> = async ({ query, now }) => {
  const { lng, lat, radiusMeters, limit, crs, format } = query;
  const center = convertPosition([lng, lat], crs, 'wgs84');
  if (!isInChina(center)) throw new DomainError('position_outside_china', `query lng,lat: ${lng},${lat}`);
  const { matches, openAt } = askedPlaces(query, now);
  const moment = openAt ?? now;
  const nearest = await nearestPlaces(
    center,
    radiusMeters,
    limit,
    matches,
    openAt ? (place) => isOpenAt(place.properties, openAt) : () => true,
  );
  if (format === 'markers') {
    const markers: WechatMarkers = {
      crs: 'gcj02',
      markers: nearest.map((near) => wechatMarker(near, moment)),
    };
    return { body: markers };
  }
  const features = nearest.map((near) =>
    near.place.text(crs, computedFields(near, query.amenities ?? [], moment)),
  );
  return {
    body: new Rendered<NearbyPlaces>(
      `{"type":"FeatureCollection","crs":"${crs}","features":[${features.join(',')}]}`,
    ),
  };
};

const computedFields = ({ place, meters }: Near, wanted: readonly AmenityCode[], moment: Date): string => {
  const { suspension, verifiedAt, verifiedBy, riderSigns, amenities } = place.properties;
  const { state, text } = stateAt(place.properties, moment);
  // The facts one by one: a copy of all properties would cost more than the judgement.
  const confidence = arrivalConfidence(
    { openState: state, suspension, verifiedAt, verifiedBy, riderSigns, amenities, wanted },
    moment,
  );
  return (
    `,"distanceMeters":${Math.round(meters)},"walkMinutes":${walkMinutes(meters)}` +
    `,"openState":${text},"confidence":${JSON.stringify(confidence)}`
  );
};

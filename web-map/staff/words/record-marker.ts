import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { Language } from '../../i18n/language.ts';
import type { MapPlace } from '../../map/map-place.ts';
import { mapPlaceOf } from '../../map/map-place-of.ts';

/** The marker of a place as staff see it; one that is not on the riders' map stands dotted. */
export function recordMarker(record: PlaceRecord, now: Date, language: Language): MapPlace {
  const marker = mapPlaceOf(
    {
      type: 'Feature',
      id: record.id,
      geometry: { type: 'Point', coordinates: record.position },
      properties: {
        ...record,
        searchKey: '',
        state: record.state === 'suspended' ? 'suspended' : 'published',
      },
    },
    now,
    ANNOUNCED_HOLIDAYS,
    language,
  );
  const isOnMap = record.state === 'published' || record.state === 'suspended';
  return isOnMap ? marker : { ...marker, status: 'unknown' };
}

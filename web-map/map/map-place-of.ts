import type { HolidayTable } from '../../shared/calendar/holidays.ts';
import { freshness } from '../../shared/place/freshness.ts';
import type { PlaceFeature, PlaceSummary } from '../../shared/place/place-summary.ts';
import { openStateSeen } from '../../shared/place/rank.ts';
import type { Language } from '../i18n/language.ts';
import { nameOf } from '../i18n/place-phrases.ts';
import type { MapPlace } from './map-place.ts';

/** What the marker of a place tells at a moment. */
export function mapPlaceOf(
  place: PlaceFeature,
  now: Date,
  holidays: HolidayTable,
  language: Language,
): MapPlace {
  const { kind, tier, illustrative } = place.properties;
  const badge = badgeOf(place.properties, now);
  return {
    id: place.id,
    name: nameOf(place.properties, language),
    position: place.geometry.coordinates,
    kind,
    ...(tier && { tier }),
    status: openStateSeen(place.properties, now, holidays).status,
    ...(badge && { badge }),
    illustrative,
  };
}

/** One badge fits: broken equipment matters most to someone on the way, then doubt, then rank. */
function badgeOf(place: PlaceSummary, now: Date): MapPlace['badge'] {
  if (place.amenities.some(({ state }) => state === 'broken')) return 'broken';
  if (freshness(place.verifiedAt, now) === 'stale') return 'stale';
  return place.tier === 'centre' ? 'centre' : undefined;
}

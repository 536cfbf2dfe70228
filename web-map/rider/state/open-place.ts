import type { PlaceDetail } from '../../../shared/api/place-detail.ts';
import type { HolidayTable } from '../../../shared/calendar/holidays.ts';
import { distanceMeters, walkMinutes } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { AmenityCode } from '../../../shared/place/amenity.ts';
import { arrivalConfidence } from '../../../shared/place/arrival-confidence.ts';
import type { Confidence } from '../../../shared/place/confidence.ts';
import type { OpenState } from '../../../shared/place/open-state.ts';
import { placeOpenState } from '../../../shared/place/place-open-state.ts';
import type { PlaceFeature, PlaceSummary } from '../../../shared/place/place-summary.ts';

type DetailProperties = PlaceDetail['properties'];

/** What a place's page shows at once from its summary, and completes when the detail is there. */
export type OpenPlace = {
  id: string;
  position: Position;
  /** What both summary and detail have. */
  properties: Omit<PlaceSummary, 'state' | 'searchKey' | 'markerId'> & { state: DetailProperties['state'] };
  /** Present once the detail was loaded. */
  more: DetailProperties | undefined;
  distanceMeters: number;
  walkMinutes: number;
  openState: OpenState;
  confidence: Confidence;
};

/**
 * The place that is open, seen now: hours and confidence are worked out here and not taken from the answer, so
 * that they stay true on a page that is left open, and without a network.
 */
export function openPlace(
  id: string | undefined,
  summary: PlaceFeature | undefined,
  detail: PlaceDetail | undefined,
  wanted: readonly AmenityCode[],
  { origin, now, holidays }: { origin: Position; now: Date; holidays: HolidayTable },
): OpenPlace | undefined {
  const known = detail ?? summary;
  if (!id || !known) return undefined;
  const { properties, geometry } = known;
  const openState = placeOpenState(properties, now, holidays);
  const meters = distanceMeters(origin, geometry.coordinates);
  return {
    id,
    position: geometry.coordinates,
    properties,
    more: detail?.properties,
    distanceMeters: meters,
    walkMinutes: walkMinutes(meters),
    openState,
    confidence: arrivalConfidence({ ...properties, openState, wanted }, now),
  };
}

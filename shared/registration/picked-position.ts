import { convertPosition } from '../geo/crs.ts';
import type { Place } from '../place/place.ts';
import type { PickedPosition } from './application.ts';

/** What of a place a picked position makes: WGS-84 for the map, beside the numbers as they were given. */
export const placedAt = ({
  crs,
  position,
  accuracyMeters,
}: PickedPosition): Pick<Place, 'position' | 'givenPosition' | 'accuracyMeters'> => ({
  position: convertPosition(position, crs, 'wgs84'),
  givenPosition: { crs, position },
  ...(accuracyMeters !== undefined && { accuracyMeters }),
});

/** The position of a place as if it had been picked just so. */
export const pickedFrom = ({
  givenPosition,
  accuracyMeters,
}: Pick<Place, 'givenPosition' | 'accuracyMeters'>): PickedPosition => ({
  ...givenPosition,
  ...(accuracyMeters !== undefined && { accuracyMeters }),
});

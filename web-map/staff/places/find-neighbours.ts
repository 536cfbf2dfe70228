import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { MapPlace } from '../../map/map-place.ts';
import { mapPlaceOf } from '../../map/map-place-of.ts';
import { language } from '../../page-language.ts';
import { call } from '../../session/session-store.ts';
import { now } from '../state/page-state.ts';

/**
 * What is on the riders' map in a box, without the place itself; nothing where it cannot be asked: neighbours only
 * help to find one's way.
 */
export const neighboursOf =
  (id: string | undefined) =>
  async (bbox: Bbox): Promise<readonly MapPlace[]> => {
    try {
      const { features } = await call('listPlaces', { query: { bbox: bbox.join(), limit: 200 } });
      return features
        .filter((place) => place.id !== id)
        .map((place) => mapPlaceOf(place, now.value, ANNOUNCED_HOLIDAYS, language.value));
    } catch {
      return [];
    }
  };

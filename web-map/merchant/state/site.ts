import { signal } from '@preact/signals';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import { openStateSeen } from '../../../shared/place/rank.ts';
import type { Language } from '../../i18n/language.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import type { MapPlace } from '../../map/map-place.ts';
import { call } from '../../session/session-store.ts';
import { DEFAULT_SITE_CONFIG } from '../../site-config.ts';

/** What the site was configured with: the base layer and where maps start. */
export const siteConfig = signal(DEFAULT_SITE_CONFIG);

/** The holidays that are announced. */
export const holidays = ANNOUNCED_HOLIDAYS;

/** Today in Shanghai, `2026-11-20`. */
export const today = (): string => localDateOf(new Date());

/** The address under which riders see a place. */
export const publicAddress = (place: string): string => `${location.origin}/#place=${place}`;

/** What is on the map in a box. */
export const placesIn =
  (language: Language) =>
  async ([west, south, east, north]: Bbox): Promise<MapPlace[]> => {
    const corners = [west, south, east, north].map((degrees) => degrees.toFixed(5));
    const { features } = await call('listPlaces', { query: { bbox: corners.join(), limit: 200 } });
    return features.map(({ id, geometry, properties }) => ({
      id,
      name: nameOf(properties, language),
      position: geometry.coordinates,
      kind: properties.kind,
      status: openStateSeen(properties, new Date(), holidays).status,
      illustrative: properties.illustrative,
    }));
  };

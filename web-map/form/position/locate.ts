import { isInChina } from '../../../shared/geo/china.ts';
import type { Position } from '../../../shared/geo/position.ts';

/** Where the phone is (WGS-84, as browsers give it), or why that is not known. */
export type Located = { position: Position; accuracyMeters: number } | 'refused' | 'failed' | 'outside';

/** Asks the browser once; only ever called from a tap. */
export const locate = (geolocation: Geolocation | undefined): Promise<Located> =>
  new Promise((resolve) => {
    if (!geolocation) return resolve('failed');
    geolocation.getCurrentPosition(
      ({ coords }) => {
        const position: Position = [coords.longitude, coords.latitude];
        resolve(isInChina(position) ? { position, accuracyMeters: coords.accuracy } : 'outside');
      },
      ({ code }) => resolve(code === PERMISSION_DENIED ? 'refused' : 'failed'),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 30_000 },
    );
  });

/** Of GeolocationPositionError. */
const PERMISSION_DENIED = 1;

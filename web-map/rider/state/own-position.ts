import { type ReadonlySignal, signal } from '@preact/signals';
import { isInChina } from '../../../shared/geo/china.ts';
import type { Position } from '../../../shared/geo/position.ts';

/** What became of asking for the position. A refusal leaves a page that works from a chosen point. */
export type Locating = 'idle' | 'locating' | 'located' | 'refused' | 'failed' | 'outside';

export type OwnPosition = { position: Position; accuracyMeters: number };

export type PositionFinder = {
  /** WGS-84, as browsers give it. It stays on this device. */
  own: ReadonlySignal<OwnPosition | undefined>;
  locating: ReadonlySignal<Locating>;
  /** Asks the browser; only ever called from a tap. Answers whether a position was found. */
  locate(): Promise<boolean>;
  forget(): void;
  /** Takes back what was said about a position that could not be had. */
  dismiss(): void;
};

const TIMEOUT = 12_000;
const OLD_ENOUGH = 30_000;

/** Finds the own position with a browser's geolocation, where there is one. */
export function createPositionFinder(geolocation: Geolocation | undefined): PositionFinder {
  const own = signal<OwnPosition | undefined>(undefined);
  const locating = signal<Locating>('idle');

  const ask = () =>
    new Promise<GeolocationPosition>((resolve, reject) => {
      if (!geolocation) return reject(new Error('no geolocation'));
      geolocation.getCurrentPosition(resolve, reject, {
        enableHighAccuracy: true,
        timeout: TIMEOUT,
        maximumAge: OLD_ENOUGH,
      });
    });

  return {
    own,
    locating,
    async locate() {
      locating.value = 'locating';
      try {
        const { coords } = await ask();
        const position: Position = [coords.longitude, coords.latitude];
        if (!isInChina(position)) {
          locating.value = 'outside';
          return false;
        }
        own.value = { position, accuracyMeters: coords.accuracy };
        locating.value = 'located';
        return true;
      } catch (error) {
        locating.value = isRefusal(error) ? 'refused' : 'failed';
        return false;
      }
    },
    forget() {
      own.value = undefined;
      locating.value = 'idle';
    },
    dismiss() {
      if (locating.value !== 'located') locating.value = 'idle';
    },
  };
}

/** `PERMISSION_DENIED` of GeolocationPositionError. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 1;

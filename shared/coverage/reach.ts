import { WALKING_METERS_PER_MINUTE } from '../geo/distance.ts';
import type { Standard } from './standard.ts';

/** How people come, with the planning speed of each in metres per minute. */
export const SPEEDS = {
  walk: WALKING_METERS_PER_MINUTE,
  elderly: WALKING_METERS_PER_MINUTE * 0.8,
  ebike: 250,
} as const;

export type Speed = keyof typeof SPEEDS;

/** The way in metres; minutes count at the speed of who comes. */
export const reachMeters = ({ reach }: Pick<Standard, 'reach'>, speed: Speed = 'walk'): number =>
  'meters' in reach ? reach.meters : reach.minutes * SPEEDS[speed];

import { WALKING_METERS_PER_MINUTE } from '../geo/distance.ts';

/** How people come, with the planning speed of each in metres per minute. */
export const SPEEDS = {
  walk: WALKING_METERS_PER_MINUTE,
  elderly: WALKING_METERS_PER_MINUTE * 0.8,
  ebike: 250,
} as const;

export type Speed = keyof typeof SPEEDS;

/** How far, in metres or in minutes of the way. */
export type Reach = { meters: number } | { minutes: number };

/** Beyond this a city is asked, and not a subdistrict. */
export const MOST_METERS = 5000;

/** The way in metres; minutes count at the speed of who comes. */
export const reachMeters = ({ reach }: { reach: Reach }, speed: Speed = 'walk'): number =>
  'meters' in reach ? reach.meters : reach.minutes * SPEEDS[speed];

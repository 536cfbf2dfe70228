import { WALKING_METERS_PER_MINUTE } from '../geo/distance.ts';

/** How people come, with the planning speed of each in metres per minute. */
export const SPEEDS = {
  walk: WALKING_METERS_PER_MINUTE,
  elderly: WALKING_METERS_PER_MINUTE * 0.8,
  ebike: 250,
} as const;

export type Speed = keyof typeof SPEEDS;

/** Beyond this a city is asked, and not a subdistrict. */
export const MOST_METERS = 5000;

/** Beyond this nobody asks, however slowly people come. */
export const MOST_MINUTES = 60;

/** The whole minutes that may be asked at a speed: within `MOST_METERS`. */
export const mostMinutes = (speed: Speed): number =>
  Math.min(MOST_MINUTES, Math.floor(MOST_METERS / SPEEDS[speed]));

/** How far a standard says, in metres or in minutes on foot. */
export type Reach = { meters: number } | { minutes: number };

/** The way of a standard in metres. Its minutes are always walked, whoever is asked about. */
export const reachMeters = ({ reach }: { reach: Reach }): number =>
  'meters' in reach ? reach.meters : reach.minutes * SPEEDS.walk;

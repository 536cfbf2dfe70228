import { DomainError, type FieldError } from '../api/problem.ts';
import { MOST_METERS, reachMeters, SPEEDS, type Speed } from './reach.ts';
import type { Standard } from './standard.ts';

/** How far somebody asks: in metres, in minutes at a speed, or neither. */
export type AskedReach = { meters?: number | undefined; minutes?: number | undefined; speed: Speed };

/**
 * The way in metres: as asked, else minutes at the speed, else what the standard in force says.
 * `from`: the part of the request that asks.
 * @throws DomainError `invalid_request` for metres and minutes at once, or for minutes that lead too far.
 */
export const askedRadius = (
  { meters, minutes, speed }: AskedReach,
  standard: Standard,
  from: FieldError['in'] = 'query',
): number => {
  const wrong = (field: string, message: string) =>
    new DomainError('invalid_request', message, { fields: [{ in: from, field, message }] });
  if (meters !== undefined && minutes !== undefined)
    throw wrong('minutes', 'either metres or minutes, not both');
  if (meters !== undefined) return meters;
  const radius = minutes === undefined ? reachMeters(standard, speed) : minutes * SPEEDS[speed];
  if (radius > MOST_METERS) {
    const [field, way]: [string, string] =
      minutes === undefined
        ? ['speed', `the standard of ${standard.class}`]
        : ['minutes', `${minutes} minutes`];
    throw wrong(field, `${way}: ${radius} m at this speed, more than ${MOST_METERS} m`);
  }
  return radius;
};

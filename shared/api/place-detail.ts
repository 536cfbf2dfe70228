import * as z from 'zod';
import { Confidence } from '../place/confidence.ts';
import { DayOfHours } from '../place/day-of-hours.ts';
import { OpenState } from '../place/open-state.ts';
import { Place, PlaceService, PRIVATE_PLACE_FIELDS } from '../place/place.ts';
import { Point } from '../place/place-summary.ts';
import { MapLink } from './answers.ts';
import { AnswerCrs } from './queries.ts';

/** A service with its own open state. */
export const ServiceNow = PlaceService.extend({ openState: OpenState }).meta({ id: 'ServiceNow' });
export type ServiceNow = z.infer<typeof ServiceNow>;

/** Everything public about a place, computed for this moment. A retired place answers too, as a tombstone. */
export const PlaceDetail = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    crs: AnswerCrs,
    geometry: Point,
    properties: Place.omit({
      ...PRIVATE_PLACE_FIELDS,
      id: true,
      position: true,
      givenPosition: true,
      searchKey: true,
      services: true,
    }).extend({
      services: z.array(ServiceNow),
      openState: OpenState,
      confidence: Confidence,
      freshness: z.enum(['fresh', 'ageing', 'stale', 'never']),
      /** The next seven days, today first. */
      days: z.array(DayOfHours),
      links: z.array(MapLink),
    }),
  })
  .meta({ id: 'PlaceDetail' });
export type PlaceDetail = z.infer<typeof PlaceDetail>;

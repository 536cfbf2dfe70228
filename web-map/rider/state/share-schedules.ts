import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';

const known = new Map<string, Schedule>();

/**
 * Lets places with the same hours hold the same schedule object, so that these hours are evaluated once a minute
 * and not once for each of thousands of places.
 */
export const shareSchedules = (features: readonly PlaceFeature[]): PlaceFeature[] =>
  features.map((feature) => {
    const { schedule } = feature.properties;
    if (!schedule) return feature;
    const text = JSON.stringify(schedule);
    const shared = known.get(text) ?? schedule;
    known.set(text, shared);
    return { ...feature, properties: { ...feature.properties, schedule: shared } };
  });

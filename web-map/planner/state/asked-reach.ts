import { computed } from '@preact/signals';
import { facilityMargin } from '../../../shared/coverage/facility-margin.ts';
import { mostMinutes, SPEEDS } from '../../../shared/coverage/reach.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { url } from './address.ts';

/** The minutes that were asked for, as far as they may lead at their speed. */
export const askedMinutes = computed(() => {
  const { minutes, speed } = url.value;
  return minutes === undefined ? undefined : Math.min(minutes, mostMinutes(speed));
});

/** How far was asked for, in minutes or metres; undefined where each class has its own standard. */
export const askedMeters = computed(() => {
  const { meters, speed } = url.value;
  return askedMinutes.value === undefined ? meters : askedMinutes.value * SPEEDS[speed];
});

/** So far beyond the border facilities count for what is asked. */
export const askedMargin = (standards: readonly Standard[]): number =>
  facilityMargin({ meters: askedMeters.value, speed: url.value.speed }, standards);

import { computed } from '@preact/signals';
import { facilityMargin } from '../../../shared/coverage/facility-margin.ts';
import { MOST_METERS, SPEEDS } from '../../../shared/coverage/reach.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { url } from './address.ts';

/** How far was asked for, in minutes or metres; undefined where each class has its own standard. */
export const askedMeters = computed(() => {
  const { meters, minutes, speed } = url.value;
  return minutes === undefined ? meters : Math.min(MOST_METERS, minutes * SPEEDS[speed]);
});

/** So far beyond the border facilities count for what is asked. */
export const askedMargin = (standards: readonly Standard[]): number =>
  facilityMargin({ meters: askedMeters.value, speed: url.value.speed }, standards);

import { computed } from '@preact/signals';
import { MOST_METERS, SPEEDS } from '../../../shared/coverage/reach.ts';
import { url } from './address.ts';

/** How far was asked for, in minutes or metres; undefined where each class has its own standard. */
export const askedMeters = computed(() => {
  const { meters, minutes, speed } = url.value;
  return minutes === undefined ? meters : Math.min(MOST_METERS, minutes * SPEEDS[speed]);
});

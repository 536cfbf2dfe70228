import { computed } from '@preact/signals';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { Question } from '../engine/planner-engine.ts';
import { url } from './address.ts';
import { dateOfDay, momentOfHour } from './asked-moment.ts';
import { askedMeters } from './asked-reach.ts';
import { COLUMNS } from './classes.ts';
import { network } from './data-store.ts';
import { now } from './page-state.ts';

/** The date that stands for workday, weekend or holiday. */
export const askedDate = computed(() => dateOfDay(url.value.day, now.value, ANNOUNCED_HOLIDAYS));

/** The columns of the table: the needs, and the category where one is looked at. */
export const askedClasses = computed(() => {
  const chosen = url.value.class;
  return COLUMNS.includes(chosen) ? COLUMNS : [chosen, ...COLUMNS];
});

/** Ways along streets can be asked for only once the streets are there. */
export const askedMode = computed(() =>
  url.value.mode === 'network' && network.value instanceof ArrayBuffer ? 'network' : 'circle',
);

/** The full hours of the asked day, 0 to 24. */
export const askedHours = computed(() =>
  Array.from({ length: 25 }, (_, hour) => momentOfHour(askedDate.value, hour)),
);

export const question = computed<Question>(() => {
  const { class: chosen, hour, demand } = url.value;
  return {
    class: chosen,
    classes: askedClasses.value,
    meters: askedMeters.value,
    mode: askedMode.value,
    at: hour === undefined ? undefined : momentOfHour(askedDate.value, hour),
    demand,
  };
});

import { computed, signal } from '@preact/signals';
import type { Chosen } from '../words/explain.ts';
import { narrow, url } from './address.ts';
import { after, before } from './result-store.ts';

/** What the pointer is over. */
export const hovered = signal<Chosen | undefined>(undefined);

const local = signal<Chosen | undefined>(undefined);

/** What was chosen last: an area of the address, or a gap or facility of this visit. */
export const chosen = computed<Chosen | undefined>(
  () =>
    local.value ??
    (url.value.area === undefined
      ? undefined
      : { type: 'area', kind: url.value.areaKind, code: url.value.area }),
);

/** Counts up when the map should look at what is chosen. */
export const lookedAt = signal(0);

/** Chooses something; with `look` the map goes there. */
export const choose = (next: Chosen | undefined, { look = false } = {}): void => {
  local.value = next?.type === 'area' ? undefined : next;
  narrow({ area: next?.type === 'area' ? next.code : undefined });
  if (look) lookedAt.value += 1;
};

/** What the map and the table show: the scenario where one is being made, else how things are. */
export const shown = computed(() =>
  url.value.view === 'scenario' ? (after.value ?? before.value) : before.value,
);

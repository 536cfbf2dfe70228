import { computed, signal } from '@preact/signals';
import type { Grant } from '../../../shared/access/grant.ts';
import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import { createClock } from '../../clock.ts';
import { me } from '../../session/session-store.ts';
import { url } from './address.ts';
import { type Section, sectionsIn, subdistrictsOf } from './sections.ts';

/** The present minute. */
export const now = createClock(window);

/** A short message that goes by itself. */
export const message = signal('');

/** The subdistricts on the map, once they are known. */
export const subdistricts = signal<readonly SubdistrictFeature[]>([]);

/** Whether the subdistricts have been asked for: a system admin has none of their own. */
export const isReady = signal(false);

export const grants = computed<readonly Grant[]>(() => (typeof me.value === 'string' ? [] : me.value.grants));

/** Where somebody may work. */
export const ownSubdistricts = computed(() =>
  subdistrictsOf(
    grants.value,
    subdistricts.value.map(({ id }) => id),
  ),
);

/** The subdistrict whose work is shown: that of the address, else the first one. */
export const subdistrict = computed(() => {
  const { subdistrict: asked } = url.value;
  return asked && ownSubdistricts.value.includes(asked) ? asked : ownSubdistricts.value[0];
});

export const sections = computed(() =>
  subdistrict.value === undefined ? [] : sectionsIn(grants.value, subdistrict.value),
);

/** The section that is shown: that of the address where the role has it, else the first one. */
export const section = computed<Section | undefined>(() =>
  url.value.section && sections.value.includes(url.value.section) ? url.value.section : sections.value[0],
);

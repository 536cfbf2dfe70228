import { computed, signal } from '@preact/signals';
import { covers } from '../../../shared/access/covers.ts';
import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import { createClock } from '../../clock.ts';
import { me } from '../../session/session-store.ts';
import { DEFAULT_SITE_CONFIG } from '../../site-config.ts';
import { url } from './address.ts';

/** What the site says about its map, read before the page is drawn. */
export const siteConfig = signal(DEFAULT_SITE_CONFIG);

/** The present minute. */
export const now = createClock(window);

/** A short message that goes by itself. */
export const message = signal('');

/** The subdistricts on the map; undefined until they are known. */
export const subdistricts = signal<readonly SubdistrictFeature[] | undefined>(undefined);

/** Where somebody may plan. */
export const ownSubdistricts = computed(() => {
  if (typeof me.value === 'string') return [];
  const { grants } = me.value;
  return (subdistricts.value ?? []).filter(({ id }) => covers(grants, ['planner'], { subdistrict: id }));
});

/** The subdistrict that is planned: that of the address, else the first one. */
export const subdistrict = computed(
  () => ownSubdistricts.value.find(({ id }) => id === url.value.subdistrict) ?? ownSubdistricts.value[0],
);

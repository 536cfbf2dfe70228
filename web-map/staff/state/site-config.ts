import { signal } from '@preact/signals';
import { DEFAULT_SITE_CONFIG } from '../../site-config.ts';

/** What the site says about its map, read before the page is drawn. */
export const siteConfig = signal(DEFAULT_SITE_CONFIG);

import { routes } from '../shared/api/routes.ts';

/**
 * The paths whose answers a CDN may keep, as its patterns: files whose names hold a hash, and the public answers that
 * the route table lets be kept.
 */
export const keptPaths = (): string[] => [
  '/assets/*',
  ...new Set(
    Object.values(routes)
      .filter(({ access, cache }) => access === 'public' && cache !== 'none')
      .map(({ key }) => key.replace('GET ', '').replace(/\{\w+\}/g, '*')),
  ),
];

/**
 * Any site may read the public data; nothing here travels with credentials. The stack, the CDN and the local
 * gateway all answer with these values. `If-None-Match` and `ETag` let a foreign page revalidate as our own
 * does, `Link` names the next page of an export. GET alone: the API's routes take no HEAD.
 */
export const crossOrigin = {
  origins: ['*'],
  methods: ['GET'],
  headers: ['If-None-Match'],
  exposedHeaders: ['ETag', 'Link', 'Retry-After'],
  maxAgeSeconds: 86_400,
} as const;

import { Duration } from 'aws-cdk-lib';

/**
 * Any site may read the public data; nothing here travels with credentials.
 * `If-None-Match` and `ETag` let a foreign page revalidate as our own does.
 */
export const crossOrigin = {
  origins: ['*'],
  methods: ['GET', 'HEAD'],
  headers: ['If-None-Match'],
  exposedHeaders: ['ETag', 'Retry-After'],
  maxAge: Duration.days(1),
} as const;

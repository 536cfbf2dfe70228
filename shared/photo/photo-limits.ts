/** What pictures may be, free of zod so that pages can say it before anything is uploaded. */
export const PHOTO_LIMITS = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  mostBytes: 10 * 1024 * 1024,
  mostOfPlace: 6,
  /** Of one person, neither shown by a place nor in an open registration. */
  mostUnused: 200,
} as const;

/** The header with which our own CDN says that it has passed a request on. */
export const CDN_MARK_HEADER = 'x-cdn-mark';

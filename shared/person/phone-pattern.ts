/** A mainland mobile number, or a landline with its area code, digits alone. */
export const PHONE_PATTERN = /^(?:1[3-9]\d{9}|0\d{2,3}\d{7,8})$/;

/** A number as people type it: without spaces, hyphens, brackets and +86, in half width. */
export const normalisePhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(?:\+|00)86/, '');

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A code as people type it: without spaces and hyphens, in upper case and half width. */
export const normaliseCreditCode = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Whether the last character of a unified social credit code (统一社会信用代码) is the check of the other seventeen.
 * Some codes that were really issued fail: a mismatch is for a person to judge. Source: GB 32100-2015, 4.3.
 */
export const hasValidCheck = (code: string): boolean => {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] as number), 0);
  return values[17] === (31 - (sum % 31)) % 31;
};

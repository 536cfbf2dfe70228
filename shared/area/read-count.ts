/** The number that a cell or a property holds: 12,345 and １２ are written numbers, 12,34 and 约20 are none (NaN). */
export const readCount = (given: string): number => {
  const text = given.normalize('NFKC').trim();
  const plain = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/[, ]/g, '') : text;
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};

/** More of one kind at one place is a mistake. */
export const MOST_PEOPLE = 1_000_000;

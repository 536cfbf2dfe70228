/** A file as it is chosen. A street's whole list is some hundred kilobytes. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** What a workbook may hold once it is unpacked. */
export const MOST_INFLATED_BYTES = 48 * 1024 * 1024;
export const MOST_ROWS = 10_000;
/** As many columns, and letters in a cell, as the API takes. */
export const MOST_COLUMNS = 100;
export const MOST_LETTERS = 4000;
/** Reading that takes longer is given up, with the thread it runs in. */
export const MOST_MILLISECONDS = 30_000;

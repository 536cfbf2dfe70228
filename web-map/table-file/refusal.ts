/** Why a file is not read; the words stand in the dictionary. */
export type RefusalCode =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'cell_too_long'
  | 'inflates_too_far'
  | 'old_excel'
  | 'old_browser'
  | 'broken_csv'
  | 'broken_workbook'
  | 'broken_json'
  | 'no_geojson'
  | 'took_too_long';

/** A file that is not read, and why. */
export class FileRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.name = 'FileRefusal';
    this.code = code;
  }
}

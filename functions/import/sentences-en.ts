import type { Crs } from '../../shared/geo/position.ts';
import { CATEGORY_WORDS, KIND_WORDS } from '../../shared/labels/place-words.ts';
import type { Sentences } from './sentences-zh.ts';

const CRS_NAMES: Record<Crs, string> = {
  wgs84: 'WGS-84',
  gcj02: 'GCJ-02 (AMap, Tencent)',
  bd09: 'BD-09 (Baidu)',
};

const length = (meters: number): string =>
  meters < 3000 ? `${Math.round(meters)} m` : `about ${Math.round(meters / 1000)} km`;

/** Every sentence of the import in English. */
export const sentencesEn: Sentences = {
  language: 'en',
  words: {
    category: 'category',
    kind: 'kind',
    tier: 'tier',
    state: 'state',
    verifiedBy: 'verifier',
    crs: 'coordinate system',
    line: 'line',
    column: 'column',
    value: 'value',
    reason: 'reason',
    severity: 'severity',
    error: 'error',
    warning: 'please look',
    duplicate: 'possible duplicate',
  },
  usage: () => `npm run import -- FILE --subdistrict CODE --crs wgs84|gcj02|bd09
  FILE               .csv, .xlsx, .geojson; columns named in Chinese or English
  --dry-run          check, write nothing
  --skip-invalid     write the rows that are right
  --source NAME      where the rows come from
  --illustrative     mark all rows as example data
  --report FILE.csv  save every finding
  --lang zh|en       language of the report
npm run import -- --template FILE.csv   write an empty table`,
  noSuchFile: (file) => `There is no file ${file}.`,
  isFolder: (file) => `${file} is a folder; name a file in it.`,
  notAFile: (file) => `${file} is no ordinary file (perhaps a pipe or a device); name a file.`,
  cannotOpen: (file, code) => `${file} cannot be opened (${code}).`,
  cannotSave: (file, code) => `${file} cannot be saved (${code}).`,
  notAReport: (file) =>
    `${file} is there already and is no earlier report: it was not overwritten, choose another name.`,
  emptyFile: () => 'The file is empty: there is nothing to import.',
  headerOnly: () => 'The file has a header and no rows.',
  fileTooLarge: (megabytes, most) =>
    `The file has ${megabytes} MB, ${most} MB is the most: split it and import the parts one by one.`,
  unknownFormat: (extension) =>
    `Files of the kind ${extension || '(no extension)'} are not known: use .csv, .xlsx or .geojson.`,
  oldExcel: () => 'This is an old Excel file (.xls): save it as .xlsx or CSV and try again.',
  otherFormat: (extension, found) =>
    `The extension is ${extension}, the content is ${found}: read as ${found}.`,
  notAWorkbook: () =>
    'This is no readable Excel workbook (.xlsx): perhaps saved incompletely, or with a password.',
  workbookTooLarge: (most) =>
    `This workbook unpacks to more than ${most} MB. No list of places does: not read.`,
  workbookUnusual: () => 'This workbook holds a piece of unusual length. No list of places does: not read.',
  sheetTooFar: (address) =>
    `The sheet reaches as far as ${address}. No list of places does: not read. Delete the cells far off, or copy the table alone to a new file.`,
  tooManyMerged: (most) =>
    `More than ${most} merged ranges, or some that overlap: not read. Undo the merges and try again.`,
  tooManyColumns: (found, most) => `The header has ${found} columns, ${most} is the most.`,
  mergedCells: (count) =>
    `The sheet has ${count} merged ranges: those merged downwards are read as one value on each row.`,
  formulasWithoutValue: (cells, count) =>
    `${count} formulas were never calculated (${cells}) and read as empty: open and save the file in Excel first.`,
  brokenCsv: (line) => `A quote near line ${line} is not closed: what follows cannot be split into columns.`,
  brokenJson: (message) => `This is not valid JSON: ${message}.`,
  notGeojson: () => 'This is not GeoJSON: a FeatureCollection of points is needed.',
  notAPoint: (feature, type) => `Feature ${feature} is not a Point but ${type}: only points can be imported.`,
  encoding: (encoding) => `The file is written in ${encoding.toUpperCase()}.`,
  noHeader: () =>
    'No header found: the first row names the columns, such as name, category, address, lng, lat.',
  columnTwice: (first) => `this column says the same as "${first}"; keep one of them`,
  unknownColumn: (near, isSlip) =>
    isSlip
      ? `there is no such column; is it "${near}"? Please rename it`
      : `there is no such column, it is not imported (the nearest is "${near}")`,
  strangeColumns: (names) => `these columns are not imported: ${names}`,
  missingColumn: (zh, en) => `the required column "${en}" (${zh}) is missing`,
  required: () => 'must not be empty',
  categoryRequired: () =>
    'must not be empty: write a category, such as nuanxin_nest, convenience_store, public_toilet',
  tooLong: (length, most) => `has ${length} characters, ${most} is the most`,
  tooLarge: (most) => `is more than ${most}`,
  tooMany: (count, most) => `has ${count} entries, ${most} is the most`,
  notANumberBetween: (least, most) => `must be a number from ${least} to ${most}`,
  unknownWord: (what) => `unknown ${what}`,
  unknownAmenity: (name) => `unknown amenity "${name}"`,
  notAPlaceId: () => 'is not an id of this system: leave it empty for a new place',
  notAWebsite: () => 'a web address begins with http:// or https://',
  notYesOrNo: () => 'must be yes or no',
  notStorable: () => 'is not of a form that can be stored',
  hiddenCharacters: () => 'holds hidden control characters: delete them and type it again',
  piledMarks: () => 'piles marks on a letter: type it again without them',
  notAMoment: () => 'must be a date such as 2026-11-20 or 2026-11-20 14:30',
  formula: () => 'is a formula: paste it as a value',
  serviceWithoutName: () => 'a service needs a name: name | hours | category | booking | note',
  refusedHours: (why, rest) => `${why}${rest === '' ? '' : `: "${rest}"`}`,
  ragged: (found, expected) =>
    `the row has ${found} cells, the header ${expected}: perhaps one separator too many`,
  otherSubdistrict: (name, code) => `this import is about ${name} (${code})`,
  kindAndCategory: (kind, category) =>
    `"${CATEGORY_WORDS[category].en}" is not of the kind "${KIND_WORDS[kind].en}"`,
  tierOfOther: () => 'only a nuanxin nest has a tier; leave it empty elsewhere',
  suspendedWithoutReason: () => 'a suspended place needs a suspensionReason',
  notTwoNumbers: () => 'must be "longitude,latitude", such as 121.4122,31.2207',
  notDegrees: () => 'must be decimal degrees, such as 121.4122',
  swapped: (lng, lat) => `longitude and latitude are swapped: longitude is ${lng}, latitude ${lat}`,
  outsideChina: () => 'the position lies outside China',
  outside: (name, meters, host, fits) =>
    `${length(meters)} outside ${name}${host === undefined ? '' : `, in ${host}`}${
      fits.length === 0
        ? ''
        : `; it would be inside if the numbers were ${fits.map((crs) => CRS_NAMES[crs]).join(' or ')}`
    }`,
  likelyCrs: ({ rows, outside, crs }) =>
    `${outside} points lie outside, ${rows} of them would be inside if read as ${CRS_NAMES[crs]}: the coordinate system is probably wrong, try --crs ${crs}.`,
  sameAsLine: (line, byId) =>
    byId
      ? `has the same id as line ${line}; keep one of them`
      : `has the kind, name and address of line ${line}: remove one, or tell them apart by externalId`,
  samePlaceAsLine: (line) => `is about the same place as line ${line}; keep one of them`,
  likeLine: (line, name, meters) => `${meters} m from line ${line}, "${name}", with a similar name`,
  likePlace: (name, id, meters) =>
    `${meters} m from "${name}" (${id}), which is there already, with a similar name`,
  ofOtherSubdistrict: (code) => `the place belongs to subdistrict ${code} and cannot be changed from here`,
  ofOtherGrid: (grid) => `the place lies in grid ${grid}, which is not one of yours`,
  owned: () => 'the place has an owner: retire it on its own page, so that the owner is told',
  retired: () => 'the place was retired and does not come back: enter it as a new one',
  unknownSubdistrict: (code, known) =>
    `There is no subdistrict ${code}. There are: ${known || '(none)'}. Add one: npm run subdistrict -- OUTLINE.geojson --code ${code} --name NAME --district DISTRICT`,
  reading: (file) => `Checking ${file} …`,
  checked: (rows, wrong, seconds) => `Checked ${rows} rows, ${wrong} with errors, in ${seconds} s.`,
  more: (count, of) => `… and ${count} more (${of}); --report FILE.csv saves them all.`,
  count: (count, of) => `${of}: ${count}`,
  reportSaved: (file, count) => `${count} findings saved in ${file}.`,
  nothingWritten: () =>
    'Nothing was written. Mend the rows and try again, or write the good ones with --skip-invalid.',
  plan: (created, updated, unchanged, refused) =>
    `${created} new, ${updated} updated, ${unchanged} unchanged, ${refused} skipped.`,
  dryRun: () => 'This was a dry run: nothing was written.',
  progress: (done, total, rate) => `written ${done} / ${total} (${rate} rows/s)`,
  written: (rows, seconds, rate) => `Wrote ${rows} rows in ${seconds} s (${rate} rows/s).`,
  refusedLate: (count) =>
    `The table was changed since the rows were checked: ${count} of them were not written, all others were.`,
  interrupted: (why) =>
    `Writing broke off: ${why}. What is written stays; run the same command again to write the rest.`,
  historyReason: (file) => `import of ${file}`,
  templateSaved: (file) =>
    `The template is in ${file}: its second row is an example, delete it before you fill it in.`,
  fileExists: (file) => `${file} is there already and was not overwritten.`,
};

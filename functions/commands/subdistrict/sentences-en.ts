import type { SubdistrictSentences } from './sentences-zh.ts';

/** Every sentence of the command `subdistrict` in English. */
export const sentencesEn: SubdistrictSentences = {
  usage: () => `npm run subdistrict -- OUTLINE.geojson --code 310109016 --name 凉城新村街道 --district 虹口区
  --code NINE_DIGITS      the first nine digits of the statistical code
  --name, --district      its name and district; may stand in the file's properties instead
  --name-en NAME          English name, pinyin by default
  --crs wgs84|gcj02|bd09  coordinate system of the outline, wgs84 by default
  --outline-attribution, --licence, --attribution   of the outline, and of the data when exported
  --lang zh|en            language of what is said
npm run subdistrict       lists what there is`,
  noSuchFile: (file) => `There is no file ${file}.`,
  brokenJson: (file) => `${file} is not valid JSON.`,
  notGeojson: (file) => `${file} is no outline in GeoJSON: a polygon or a collection of polygons is needed.`,
  noFeature: (file) => `${file} has no feature.`,
  notOneFeature: (file, count, code) =>
    `${file} has ${count} features; exactly one of them has to name the code ${code}.`,
  badOutline: (file, where) =>
    `${file} is wrong at ${where}: an outline is of closed rings of 4 to 2000 points (simplify a finer one), each [longitude, latitude].`,
  openRing: (file, first, last) =>
    `${file} has a ring that is not closed: it begins at ${first} and ends at ${last}.`,
  outsideChina: (file, position) =>
    `${position} in ${file} lies outside China; are longitude and latitude swapped?`,
  badOption: (option) => `${option} is missing or not of the right form.`,
  tooLarge: (name, kilobytes, most) =>
    `The outline of ${name} is too fine: it takes ${kilobytes} kB, ${most} kB is the most. Simplify it first.`,
  saved: (name, nameEn, code, vertices) =>
    `Saved ${code} ${name} (${nameEn}), an outline of ${vertices} points.`,
};

import type { NetworkSentences } from './sentences-zh.ts';

const kilometers = (meters: number): string => `${(meters / 1000).toFixed(1)} km`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why ways of a kind are not walked, by the code of the rule. */
const LEFT_OUT: Record<string, string> = {
  not_there: 'not built, given up, or not for people',
  foot_forbidden: 'walking forbidden, or on a pavement drawn by itself',
  closed: 'closed to the public',
  motorway: 'motorways and elevated roads',
  motorroad: 'for motor vehicles only',
  trunk: 'trunk roads without a pavement',
  no_pavement_in_tunnel: 'tunnels without a pavement',
  no_pavement_on_bridge: 'bridges without a pavement',
  unknown: 'of a kind that is not known',
};

/** Every sentence of the command `network` in English. */
export const sentencesEn: NetworkSentences = {
  usage: () => `npm run network -- FILE.osm.pbf --subdistrict NINE_DIGITS
  FILE                OpenStreetMap as .osm, .osm.gz or .osm.pbf
  --margin METRES     how far beyond the border streets are read, 1500 by default, 5000 at most
  --date YYYY-MM-DD   the day of the data, where the file does not say it
  --source, --licence, --attribution   of the data, OpenStreetMap's by default
  --illustrative      the streets are only an example, and said to be
  --dry-run           read and check, store nothing
  --lang zh|en        language of what is said`,
  noSuchFile: (file) => `There is no file ${file}, or it is no regular file.`,
  cannotOpen: (file, code) => `${file} cannot be opened (${code}).`,
  emptyFile: (file) => `${file} is empty.`,
  fileTooLarge: (megabytes, most) =>
    `The file has ${megabytes} MB, ${most} MB is the most: extract the city or the district first.`,
  otherPacking: (file, packing, tool) => `${file} is packed with ${packing}: unpack it with ${tool} first.`,
  notOsm: (file) => `${file} is neither XML nor PBF of OpenStreetMap.`,
  otherRoot: (file, root) =>
    `${file} is XML, but not of OpenStreetMap (it begins with <${root}>): perhaps a web page was downloaded.`,
  brokenXml: (file, line) =>
    `${file} is broken or cut off from line ${line}: perhaps the download did not finish, fetch it again.`,
  brokenGzip: (file) =>
    `The packing of ${file} is damaged or cut off: perhaps the download did not finish, fetch it again.`,
  brokenPbf: (file, block) =>
    `Block ${block} of ${file} is broken or cut off: perhaps the download did not finish, fetch it again.`,
  documentType: (file) =>
    `${file} declares a document type, which files of OpenStreetMap do not: it is not read.`,
  unpackedTooLarge: (file, most) => `${file} unpacks to more than ${most} GB and is not read.`,
  unknownFeature: (file, feature) =>
    `${file} uses a form that is not understood (${feature}): convert it to a plain .osm.pbf with osmium.`,
  remark: (file) =>
    `${file} holds a remark of its server: the query stopped midway and data are missing. Ask for a smaller area.`,
  badOption: (option) => `${option} is missing or not of the right form.`,
  noSubdistrict: (code) => `There is no subdistrict ${code}; npm run subdistrict lists what there is.`,
  noDate: (file) => `${file} does not say of which day its data are: say it with --date YYYY-MM-DD.`,
  tooManyPoints: (most) =>
    `There are more than ${most} points in this area: make it smaller with --margin, or check the outline.`,
  noPoints: (file) => `${file} has no points, so nobody knows where its ways are.`,
  swapped: (name) =>
    `No street lies in ${name}: longitude and latitude are swapped in the file; the other way round it lies here.`,
  elsewhere: (name, meters, other) =>
    `No street lies in ${name}: the file is of another place, about ${kilometers(meters)} away at the nearest${other ? `, in ${other}` : ''}. Fetch data that hold ${name}.`,
  onlyBeside: (name) =>
    `No street lies within the outline of ${name}, only around it: the extract is too small, or of a neighbour.`,
  noStreets: (name) =>
    `The file has points in ${name} but no streets: perhaps it holds only buildings or places. Fetch data with highway.`,
  noWalkedStreets: (name) => `Nobody walks on any street in ${name}:`,
  tooLarge: (nodes, kilobytes, most) =>
    `The network has ${nodes} crossings and ends and takes ${kilobytes} kB packed; ${most} kB is the most that a browser can fetch. Make the area smaller with --margin, such as --margin 500.`,
  ways: (walked) => `Ways on which people walk: ${walked}.`,
  leftOut: (code, count) => `  left out: ${LEFT_OUT[code] ?? code}, ${count}`,
  islands: (count, meters, longest, position) =>
    `Left out as islands, which hang together with nothing else: ${count}, ${kilometers(meters)} in all; the longest has ${Math.round(longest)} m, at ${position}.`,
  partial: (name) =>
    `Note: the file does not cover all of ${name}; what is missing will be shown as unknown.`,
  network: (nodes, edges, meters, kilobytes) =>
    `Network: ${nodes} crossings and ends, ${edges} edges, ${kilometers(meters)}, ${kilobytes} kB.`,
  circle: (radius, reachable, unknown, detour, samples) =>
    `  ${radius} m: ${percent(reachable)} of the circle's area is within ${radius} m on foot, ${percent(unknown)} has no street near` +
    `${detour === undefined ? '' : `, detour factor ${detour.toFixed(2)}`} (${samples} sample points)`,
  circles: () => 'Circle against network:',
  dryRun: () => 'Only checked, nothing was stored.',
  saved: (name, date) => `Stored the network of ${name}, data of ${date}.`,
};

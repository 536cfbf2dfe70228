import type { Tags } from '../../../shared/coverage/network/walking-rules.ts';
import { NO_TAGS, type OsmHandler } from './osm-reader.ts';
import { eachField, type Protobuf, packed } from './protobuf.ts';

/** What the groups of one block share: its texts, and how its whole numbers become degrees. */
type Block = { texts: string[]; degrees: (lng: number, lat: number) => [lng: number, lat: number] };

/** Reads the nodes and ways of a `PrimitiveBlock` (https://wiki.openstreetmap.org/wiki/PBF_Format). */
export const readPbfBlock = (bytes: Uint8Array, handler: OsmHandler): void => {
  const groups: Uint8Array[] = [];
  const texts: string[] = [];
  let [granularity, latOffset, lngOffset] = [100, 0, 0];
  eachField(bytes, (number, message) => {
    if (number === 1) readTexts(message.block(), texts);
    else if (number === 2) groups.push(message.block());
    else if (number === 17) granularity = message.unsigned();
    else if (number === 19) latOffset = message.twosComplement();
    else if (number === 20) lngOffset = message.twosComplement();
    else return false;
    return true;
  });
  const block: Block = {
    texts,
    // Rounded to the seven digits that OpenStreetMap keeps, so that PBF and XML give the same number.
    degrees: (lng, lat) => [
      Math.round((lngOffset + granularity * lng) / 100) / 1e7,
      Math.round((latOffset + granularity * lat) / 100) / 1e7,
    ],
  };
  for (const group of groups) {
    eachField(group, (number, message) => {
      if (number === 1 && handler.node) readNode(message.block(), block, handler.node);
      else if (number === 2 && handler.node) readDenseNodes(message.block(), block, handler.node);
      else if (number === 3 && handler.way) readWay(message.block(), block, handler.way);
      else return false;
      return true;
    });
  }
};

const readTexts = (bytes: Uint8Array, texts: string[]): void => {
  eachField(bytes, (number, message) => {
    if (number !== 1) return false;
    texts.push(message.text());
    return true;
  });
};

const unsigned = (message: Protobuf) => message.unsigned();
const signed = (message: Protobuf) => message.signed();

const tagsOf = (keys: readonly number[], values: readonly number[], { texts }: Block): Tags =>
  keys.length === 0
    ? NO_TAGS
    : new Map(keys.map((key, index) => [texts[key] ?? '', texts[values[index] ?? 0] ?? '']));

const readNode = (bytes: Uint8Array, block: Block, on: NonNullable<OsmHandler['node']>): void => {
  let [id, lng, lat] = [0, 0, 0];
  let [keys, values]: [number[], number[]] = [[], []];
  eachField(bytes, (number, message) => {
    if (number === 1) id = message.signed();
    else if (number === 2) keys = packed(message.block(), unsigned);
    else if (number === 3) values = packed(message.block(), unsigned);
    else if (number === 8) lat = message.signed();
    else if (number === 9) lng = message.signed();
    else return false;
    return true;
  });
  on(id, ...block.degrees(lng, lat), tagsOf(keys, values, block));
};

const readDenseNodes = (bytes: Uint8Array, block: Block, on: NonNullable<OsmHandler['node']>): void => {
  const columns: Record<number, number[]> = { 1: [], 8: [], 9: [], 10: [] };
  eachField(bytes, (number, message) => {
    if (!columns[number]) return false;
    columns[number] = packed(message.block(), number === 10 ? unsigned : signed);
    return true;
  });
  const [ids, lats, lngs, words] = [columns[1], columns[8], columns[9], columns[10]] as number[][] as [
    number[],
    number[],
    number[],
    number[],
  ];
  if (lats.length !== ids.length || lngs.length !== ids.length) throw new RangeError('nodes without a place');
  let [id, lng, lat, word] = [0, 0, 0, 0];
  for (let index = 0; index < ids.length; index++) {
    id += ids[index] as number;
    lng += lngs[index] as number;
    lat += lats[index] as number;
    const [keys, values]: [number[], number[]] = [[], []];
    // Keys and values of all nodes in one row, a 0 after those of each.
    for (; word < words.length && words[word] !== 0; word += 2) {
      keys.push(words[word] as number);
      values.push(words[word + 1] ?? 0);
    }
    word += 1;
    on(id, ...block.degrees(lng, lat), tagsOf(keys, values, block));
  }
};

const readWay = (bytes: Uint8Array, block: Block, on: NonNullable<OsmHandler['way']>): void => {
  let [keys, values, nodes]: [number[], number[], number[]] = [[], [], []];
  eachField(bytes, (number, message) => {
    if (number === 2) keys = packed(message.block(), unsigned);
    else if (number === 3) values = packed(message.block(), unsigned);
    else if (number === 8) nodes = packed(message.block(), signed);
    else return false;
    return true;
  });
  let node = 0;
  on(
    nodes.map((step) => {
      node += step;
      return node;
    }),
    tagsOf(keys, values, block),
  );
};

import { deflateSync } from 'node:zlib';

type Tagged = { tags?: Record<string, string> };
export type OsmNode = Tagged & { id: number; lng: number; lat: number };
export type OsmWay = Tagged & { id: number; nodes: number[] };

/** A small piece of OpenStreetMap, to be written as a file. */
export type OsmPiece = { nodes: OsmNode[]; ways: OsmWay[]; date?: string };

/** As XML, with its tags in single quotes where they hold double ones. */
export const osmXmlText = ({ nodes, ways, date }: OsmPiece): string => {
  const tagsOf = ({ tags = {} }: Tagged) =>
    Object.entries(tags)
      .map(([key, value]) => `<tag k="${key}" v="${escaped(value)}"/>`)
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<osm version="0.6"${date ? ` timestamp="${date}T00:00:00Z"` : ''}>`,
    '<!-- <node id="99" lon="1" lat="1"/> -->',
    ...nodes.map(
      (node) => ` <node id="${node.id}" lat="${node.lat}" lon='${node.lng}'>${tagsOf(node)}</node>`,
    ),
    ...ways.map(
      (way) =>
        ` <way id="${way.id}">${way.nodes.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(way)}</way>`,
    ),
    '</osm>',
  ].join('\n');
};

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** As PBF; `plainNodes` writes them one by one, as no common tool does, though the format allows it. */
export const osmPbfBytes = (
  { nodes, ways, date }: OsmPiece,
  { plainNodes = false, features = ['OsmSchema-V0.6', 'DenseNodes'] } = {},
): Buffer => {
  const header = Buffer.concat([
    ...features.map((feature) => field(4, text(feature))),
    ...(date ? [varintField(32, Date.parse(`${date}T00:00:00Z`) / 1000)] : []),
  ]);
  const words = [''];
  const word = (value: string): number => {
    if (!words.includes(value)) words.push(value);
    return words.indexOf(value);
  };
  const keys = ({ tags = {} }: Tagged) => Buffer.concat(Object.keys(tags).map((key) => varint(word(key))));
  const values = ({ tags = {} }: Tagged) =>
    Buffer.concat(Object.values(tags).map((value) => varint(word(value))));
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const nodeGroup = plainNodes
    ? nodes.map((node) =>
        field(
          1,
          Buffer.concat([
            varintField(1, zigzag(node.id)),
            field(2, keys(node)),
            field(3, values(node)),
            varintField(8, zigzag(units(node.lat))),
            varintField(9, zigzag(units(node.lng))),
          ]),
        ),
      )
    : [
        field(
          2,
          Buffer.concat([
            field(1, deltas(nodes.map(({ id }) => id))),
            field(8, deltas(nodes.map(({ lat }) => units(lat)))),
            field(9, deltas(nodes.map(({ lng }) => units(lng)))),
            field(
              10,
              Buffer.concat(
                nodes.flatMap(({ tags = {} }) => [
                  ...Object.entries(tags).flatMap(([key, value]) => [varint(word(key)), varint(word(value))]),
                  varint(0),
                ]),
              ),
            ),
          ]),
        ),
      ];
  const wayGroup = ways.map((way) =>
    field(
      3,
      Buffer.concat([
        varintField(1, way.id),
        field(2, keys(way)),
        field(3, values(way)),
        field(8, deltas(way.nodes)),
      ]),
    ),
  );
  const strings = () => field(1, Buffer.concat(words.map((value) => field(1, text(value)))));
  const groups = [field(2, Buffer.concat(nodeGroup)), field(2, Buffer.concat(wayGroup))];
  return Buffer.concat([
    blob('OSMHeader', header, false),
    blob('OSMData', Buffer.concat([strings(), ...groups]), true),
  ]);
};

const blob = (kind: string, content: Buffer, isPacked: boolean): Buffer => {
  const body = isPacked
    ? Buffer.concat([varintField(2, content.length), field(3, deflateSync(content))])
    : field(1, content);
  const header = Buffer.concat([field(1, text(kind)), varintField(3, body.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
};

const text = (value: string): Buffer => Buffer.from(value);
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Buffer.from([...bytes, left]);
};
const varintField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(8 * number), varint(value)]);
const field = (number: number, content: Buffer): Buffer =>
  Buffer.concat([varint(8 * number + 2), varint(content.length), content]);
const deltas = (values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value, index) => varint(zigzag(value - (values[index - 1] ?? 0)))));

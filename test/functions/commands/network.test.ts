import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as network } from '../../../functions/commands/network.ts';
import { findNetwork, findPackedNetwork, unpackNetwork } from '../../../functions/store/networks.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { decodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import { heard } from '../../support/heard.ts';
import { type OsmPiece, osmPbfBytes, osmXmlText } from '../../support/osm-files.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const CODE = '310105001';

/** Two streets that cross, a lane behind a locked gate, a motorway, and a footpath that hangs together with nothing. */
const PIECE: OsmPiece = {
  date: '2026-11-01',
  nodes: [
    { id: 1, lng: 121.41, lat: 31.21 },
    { id: 2, lng: 121.415, lat: 31.21 },
    { id: 3, lng: 121.42, lat: 31.21 },
    { id: 4, lng: 121.415, lat: 31.215 },
    { id: 5, lng: 121.415, lat: 31.205, tags: { barrier: 'gate', access: 'private' } },
    { id: 6, lng: 121.415, lat: 31.203 },
    { id: 7, lng: 121.425, lat: 31.225 },
    { id: 8, lng: 121.4255, lat: 31.225 },
    { id: 12_345_678_901, lng: 121.43, lat: 31.2, tags: { amenity: 'toilets' } },
    { id: 20, lng: 121.9, lat: 31.9 },
  ],
  ways: [
    { id: 100, nodes: [1, 2, 3], tags: { highway: 'residential', name: '华阳"路" & 巷', oneway: 'yes' } },
    { id: 101, nodes: [4, 2, 5, 6], tags: { highway: 'service' } },
    { id: 102, nodes: [1, 4], tags: { highway: 'motorway' } },
    { id: 103, nodes: [7, 8], tags: { highway: 'footway' } },
    { id: 104, nodes: [3, 20], tags: { highway: 'residential' } },
    { id: 105, nodes: [4, 7], tags: { power: 'line' } },
  ],
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanxin-network-'));
  await saveSubdistrict(sampleSubdistrict());
  const far = (lng: number, lat: number): [number, number] => [lng, lat];
  await saveSubdistrict(
    sampleSubdistrict({
      code: '310104004',
      name: '湖南路街道',
      outline: {
        type: 'Polygon',
        coordinates: [
          [far(121.5, 31.2), far(121.52, 31.2), far(121.52, 31.22), far(121.5, 31.22), far(121.5, 31.2)],
        ],
      },
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const make = async (content: string | Uint8Array, ...options: string[]) => {
  const file = join(folder, 'streets.osm');
  await writeFile(file, content);
  const { lines, io } = heard();
  const code = await network([file, '--subdistrict', CODE, '--lang', 'en', ...options], io);
  return { code, ...lines };
};

const storedNetwork = async () => {
  const stored = (await findNetwork(CODE))!;
  const packed = (await findPackedNetwork(stored))!;
  return { stored, packed, bytes: await unpackNetwork(packed) };
};

describe('the command network', () => {
  it('stores the streets that people walk, with their source and date, and says what it left out', async () => {
    const { code, stdout } = await make(osmXmlText(PIECE));
    expect(code).toBe(0);
    expect(stdout).toContain('Ways on which people walk: 3.');
    expect(stdout).toContain('motorways and elevated roads, 1');
    expect(stdout).toContain('nothing else: 1, 0.0 km');
    expect(stdout).toContain('Stored the network of 华阳路街道, data of 2026-11-01.');
    const { stored, packed, bytes } = await storedNetwork();
    expect(stored).toMatchObject({
      subdistrict: CODE,
      source: 'OpenStreetMap',
      licence: 'ODbL-1.0',
      date: '2026-11-01',
      nodes: 4,
      edges: 3,
      marginMeters: 1500,
      bytes: packed.length,
    });
    // West, east and north of the crossing; not behind the gate.
    const { edgeLength, from } = decodeNetwork(bytes);
    expect(Array.from(edgeLength, Math.round)).toEqual([475, 475, 556]);
    expect(from.attribution).toBe('© OpenStreetMap contributors');
  });

  it('makes the same bytes of XML, of gzip and of PBF in both forms of nodes', async () => {
    const contents = [
      osmXmlText(PIECE),
      gzipSync(osmXmlText(PIECE)),
      osmPbfBytes(PIECE),
      osmPbfBytes(PIECE, { plainNodes: true }),
      osmXmlText(PIECE).replaceAll('\n', '\r\n'),
    ];
    const hashes = new Set<string>();
    for (const content of contents) {
      expect((await make(content)).code).toBe(0);
      hashes.add((await storedNetwork()).stored.sha256);
    }
    expect(hashes.size).toBe(1);
  });

  it('reads ways that stand before their nodes', async () => {
    await make(osmXmlText(PIECE));
    const { sha256 } = (await storedNetwork()).stored;
    const lines = osmXmlText(PIECE).split('\n');
    const isWay = (line: string) => line.startsWith(' <way');
    const turned = [
      ...lines.slice(0, 2),
      ...lines.filter(isWay),
      ...lines.slice(2).filter((line) => !isWay(line)),
    ];
    expect((await make(turned.join('\n'))).code).toBe(0);
    expect((await storedNetwork()).stored.sha256).toBe(sha256);
  });

  it('takes of two nodes with one id the first', async () => {
    await make(osmXmlText(PIECE));
    const { sha256 } = (await storedNetwork()).stored;
    const twice = { ...PIECE, nodes: [...PIECE.nodes, { id: 1, lng: 121.411, lat: 31.211 }] };
    await make(osmXmlText(twice));
    expect((await storedNetwork()).stored.sha256).toBe(sha256);
  });

  it('marks an example as one', async () => {
    await make(osmXmlText(PIECE), '--illustrative');
    const { stored, bytes } = await storedNetwork();
    expect([stored.illustrative, decodeNetwork(bytes).from.illustrative]).toEqual([true, true]);
  });

  it('leaves out what an editor has marked as deleted', async () => {
    const text = osmXmlText(PIECE).replace('<way id="101"', '<way id="101" action="delete"');
    expect((await make(text)).stdout).toContain('Ways on which people walk: 2.');
  });

  it('removes the bytes of an earlier network once another one has taken its place', async () => {
    await make(osmXmlText(PIECE));
    const { stored: earlier } = await storedNetwork();
    await make(osmXmlText(PIECE), '--date', '2026-11-02');
    expect((await storedNetwork()).stored.date).toBe('2026-11-02');
    expect(await findPackedNetwork(earlier)).toBeUndefined();
  });

  it('stores nothing in a dry run', async () => {
    await make(osmXmlText(PIECE), '--date', '2026-11-03', '--dry-run');
    expect((await findNetwork(CODE))?.date).not.toBe('2026-11-03');
  });
});

const withoutDate = ({ nodes, ways }: OsmPiece): OsmPiece => ({ nodes, ways });
const moved = (lng: number, lat: number): OsmPiece => ({
  ...PIECE,
  nodes: PIECE.nodes.map((node) => ({ ...node, lng: node.lng + lng, lat: node.lat + lat })),
});
const near: OsmPiece = { ...PIECE, nodes: PIECE.nodes.filter(({ id }) => id !== 20) };
const inside = (piece: OsmPiece, lng: number) => ({
  ...piece,
  nodes: moved(lng, 0).nodes.filter(({ id }) => id !== 20),
});
const xml = osmXmlText(PIECE);
const pbf = osmPbfBytes(PIECE);
/** The header of a first block that would have 2 GB. */
const huge = Buffer.concat([
  Buffer.from([0, 0, 0, 17, 10, 9]),
  Buffer.from('OSMHeader'),
  Buffer.from([0x18, 0xff, 0xff, 0xff, 0xff, 7]),
]);
/** A deflated block whose bytes were turned round in the midst. */
const damaged = Buffer.from(pbf).fill(7, pbf.length - 40, pbf.length - 20);

describe('the command network refuses, and leaves the network that is there,', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'is empty'],
    ['something else', '{"type":"FeatureCollection"}', 'neither XML nor PBF'],
    ['a web page', '<html><body>Too many requests</body></html>', 'perhaps a web page'],
    ['a zip file', 'PK\x03\x04', 'unzip'],
    ['bzip2', 'BZh91AY', 'bunzip2'],
    ['XML that is cut off', xml.slice(0, -30), 'broken or cut off from line'],
    ['XML that is cut off between two ways', xml.replace('</osm>', ''), 'broken or cut off from line'],
    ['XML that is cut off within a tag', xml.slice(0, -3), 'broken or cut off from line'],
    ['XML whose tags do not nest', xml.replace('</way>', '</node>'), 'broken or cut off from line 14'],
    ['XML with a number that is none', xml.replace('lat="31.21"', 'lat="north"'), 'from line 4'],
    ['XML with a node that lies nowhere', xml.replace(' lat="31.21"', ''), 'from line 4'],
    ['XML that nests without end', `<osm>${'<a>'.repeat(100)}`, 'broken or cut off'],
    [
      'a way of more points than there are',
      xml.replace('<nd ref="1"/>', '<nd ref="1"/>'.repeat(100_002)),
      'broken or cut off from line 14',
    ],
    [
      'XML that is no UTF-8',
      Buffer.concat([Buffer.from(xml), Buffer.from([0xff, 0xfe])]),
      'broken or cut off',
    ],
    ['XML with a tag without end', `<osm>${'<node '.padEnd(400_000, 'x')}`, 'broken or cut off'],
    ['XML with entities', `<!DOCTYPE osm [<!ENTITY a "b">]>${xml}`, 'document type'],
    [
      'an answer that was cut short by its server',
      xml.replace('</osm>', '<remark>timeout</remark></osm>'),
      'remark',
    ],
    ['gzip that is cut off', gzipSync(xml).subarray(0, -40), 'packing'],
    ['PBF that is cut off', pbf.subarray(0, -10), 'Block 2'],
    ['PBF that is damaged', damaged, 'Block 2'],
    ['PBF that announces a block of 2 GB', Buffer.concat([huge, pbf]), 'Block 1'],
    ['PBF of history', osmPbfBytes(PIECE, { features: ['HistoricalInformation'] }), 'HistoricalInformation'],
    ['a file without points', osmXmlText({ nodes: [], ways: [] }), 'has no points'],
    ['a file without streets', osmXmlText({ ...PIECE, ways: [PIECE.ways[5]!] }), 'no streets'],
    [
      'a way that stays where it is',
      osmXmlText({ ...PIECE, ways: [{ ...PIECE.ways[0]!, nodes: [2, 2] }] }),
      'no streets',
    ],
    ['ways of one point', osmXmlText({ ...PIECE, ways: [{ ...PIECE.ways[0]!, nodes: [2] }] }), 'no streets'],
    [
      'another country',
      osmXmlText({ ...near, nodes: near.nodes.map((node) => ({ ...node, lng: 2.35, lat: 48.85 })) }),
      'another place, about 9',
    ],
    ['a file of motorways', osmXmlText({ ...PIECE, ways: [PIECE.ways[2]!] }), 'Nobody walks'],
    [
      'another place',
      osmXmlText(inside(near, 0.09)),
      'another place, about 6.7 km away at the nearest, in 湖南路街道',
    ],
    [
      'longitude and latitude swapped',
      osmXmlText({ ...near, nodes: near.nodes.map((node) => ({ ...node, lng: node.lat, lat: node.lng })) }),
      'swapped',
    ],
    ['streets only beside the subdistrict', osmXmlText(inside(near, 0.0213)), 'only around it'],
    ['a file without a date', osmXmlText(withoutDate(PIECE)), '--date'],
  ])('%s', async (_, content, sentence) => {
    await make(osmXmlText(PIECE));
    const before = await findNetwork(CODE);
    const { code, stdout, stderr } = await make(content);
    expect(stderr).toContain(sentence);
    expect([code, stdout]).toEqual([1, '']);
    expect(await findNetwork(CODE)).toEqual(before);
  });

  it.each([
    [['--margin', '-5'], '--margin'],
    [['--margin', '90000'], '--margin'],
    [['--date', '2026-02-31'], '--date'],
    [['--date', 'soon'], '--date'],
    [['--subdistrict', '999999999'], 'There is no subdistrict 999999999'],
  ])('options %j', async (options, sentence) => {
    const { code, stderr } = await make(xml, ...options);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });

  it('a device, which may have no end', async () => {
    const { lines, io } = heard();
    expect(await network(['/dev/zero', '--subdistrict', CODE], io)).toBe(1);
    expect(lines.stderr).toContain('/dev/zero');
  });
});

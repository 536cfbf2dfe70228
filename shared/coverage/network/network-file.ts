import type { NetworkOrigin, StreetNetwork } from './street-network.ts';

/**
 * The file of a network, little-endian: a header of 64 bytes (`NXSTREET`, version, counts of nodes, edges and vertices,
 * bytes of the words, origin), the words as JSON, then the arrays one after another, each of four-byte numbers.
 * 24 bytes a node, at most 40 an edge, 8 a vertex.
 */
export const NETWORK_FILE_VERSION = 1;

const NAME = 'NXSTREET';
const HEADER_BYTES = 64;

type Counts = { nodes: number; edges: number; vertices: number };
type Arrays = Omit<StreetNetwork, 'origin' | 'from'>;

/** The arrays in the order of the file, with their kind and length. */
const LAYOUT: readonly [
  keyof Arrays,
  typeof Float32Array | typeof Uint32Array,
  (counts: Counts) => number,
][] = [
  ['nodeX', Float32Array, ({ nodes }) => nodes],
  ['nodeY', Float32Array, ({ nodes }) => nodes],
  ['arcStart', Uint32Array, ({ nodes }) => nodes + 1],
  ['arcTarget', Uint32Array, ({ edges }) => 2 * edges],
  ['arcLength', Float32Array, ({ edges }) => 2 * edges],
  ['edgeFrom', Uint32Array, ({ edges }) => edges],
  ['edgeTo', Uint32Array, ({ edges }) => edges],
  ['edgeLength', Float32Array, ({ edges }) => edges],
  ['vertexStart', Uint32Array, ({ edges }) => edges + 1],
  ['vertexX', Float32Array, ({ vertices }) => vertices],
  ['vertexY', Float32Array, ({ vertices }) => vertices],
];

/** A network as the bytes of its file; the same network, the same bytes. */
export const encodeNetwork = (network: StreetNetwork): Uint8Array => {
  const { source, licence, attribution, date, illustrative } = network.from;
  const words = new TextEncoder().encode(
    JSON.stringify({ source, licence, attribution, date, illustrative }),
  );
  const counts = {
    nodes: network.nodeX.length,
    edges: network.edgeFrom.length,
    vertices: network.vertexX.length,
  };
  const bytes = new Uint8Array(bytesOf(counts, words.length));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(NAME));
  const numbers = [NETWORK_FILE_VERSION, counts.nodes, counts.edges, counts.vertices, words.length];
  for (const [index, number] of numbers.entries()) view.setUint32(8 + 4 * index, number, true);
  view.setFloat64(32, network.origin[0], true);
  view.setFloat64(40, network.origin[1], true);
  bytes.set(words, HEADER_BYTES);
  let offset = HEADER_BYTES + padded(words.length);
  for (const [name] of LAYOUT) {
    const array = network[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return bytes;
};

/**
 * The network in a file: its arrays are views of `bytes`, nothing is copied unless these lie crooked in their buffer.
 * Throws where the bytes are no whole network of this version: what was stored is broken.
 */
export const decodeNetwork = (bytes: Uint8Array): StreetNetwork => {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const name = new TextDecoder().decode(whole.subarray(0, NAME.length));
  if (name !== NAME || whole.length < HEADER_BYTES) throw new Error('this is no street network');
  const number = (index: number) => view.getUint32(8 + 4 * index, true);
  const version = number(0);
  if (version !== NETWORK_FILE_VERSION) throw new Error(`a street network of version ${version} is not read`);
  const counts = { nodes: number(1), edges: number(2), vertices: number(3) };
  const wordBytes = number(4);
  if (bytesOf(counts, wordBytes) !== whole.length) throw new Error('this street network is not whole');
  let offset = whole.byteOffset + HEADER_BYTES + padded(wordBytes);
  const arrays = LAYOUT.map(([key, Kind, lengthOf]) => {
    const array = new Kind(whole.buffer as ArrayBuffer, offset, lengthOf(counts));
    offset += array.byteLength;
    return [key, array] as const;
  });
  const network: StreetNetwork = {
    origin: [view.getFloat64(32, true), view.getFloat64(40, true)],
    from: networkOrigin(whole),
    ...(Object.fromEntries(arrays) as Arrays),
  };
  if (!hangsTogether(network, counts)) throw new Error('this street network contradicts itself');
  return network;
};

/** Where the network of a file comes from, without looking at its streets. Throws where the words are none. */
export const networkOrigin = (bytes: Uint8Array): NetworkOrigin => {
  const wordBytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(24, true);
  const words = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + wordBytes));
  const from = JSON.parse(words) as Partial<NetworkOrigin> | null;
  if (typeof from?.source !== 'string' || typeof from.date !== 'string')
    throw new Error('this street network does not say where it comes from');
  return from as NetworkOrigin;
};

const bytesOf = (counts: Counts, wordBytes: number): number =>
  HEADER_BYTES + padded(wordBytes) + LAYOUT.reduce((sum, [, , lengthOf]) => sum + 4 * lengthOf(counts), 0);

const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** No street of a subdistrict lies further from its middle, nor is longer: what is walked fits into memory. */
const MOST_METERS = 100_000;

/** Whether every index leads somewhere and every number is one of metres, so that a search over it ends. */
const hangsTogether = (network: StreetNetwork, { nodes, edges, vertices }: Counts): boolean =>
  network.origin.every(Number.isFinite) &&
  network.arcStart[0] === 0 &&
  network.arcStart[nodes] === 2 * edges &&
  network.vertexStart[0] === 0 &&
  network.vertexStart[edges] === vertices &&
  [network.arcTarget, network.edgeFrom, network.edgeTo].every((ends) => ends.every((node) => node < nodes)) &&
  [network.arcStart, network.vertexStart].every((starts) =>
    starts.every((start, index) => index === 0 || start >= (starts[index - 1] as number)),
  ) &&
  [network.arcLength, network.edgeLength].every((lengths) =>
    lengths.every((length) => length >= 0 && length <= MOST_METERS),
  ) &&
  [network.nodeX, network.nodeY, network.vertexX, network.vertexY].every((places) =>
    places.every((place) => Math.abs(place) <= MOST_METERS),
  );

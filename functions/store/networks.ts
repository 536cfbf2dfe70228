import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { SubdistrictCode } from '../../shared/place/place.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { logAlarm } from '../runtime/log.ts';
import { deleteObjects, getObject, putObject } from '../runtime/objects.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION } from './items.ts';
import { keyAttributes, networkKey } from './keys.ts';

/**
 * What the network of a subdistrict may take once it is packed, as it is stored and as a browser fetches it whole: a
 * Lambda answers at most 6 MB, and base64 makes four bytes of three. That is about 60,000 crossings.
 */
export const MOST_PACKED_BYTES = 4_400_000;

/** What is told of a network: where it comes from, and how much it is. */
export const NetworkFacts = z.object({
  source: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** Whether the streets are only an example. */
  illustrative: z.boolean(),
  /** The day of the data. */
  date: z.string(),
  nodes: z.int(),
  edges: z.int(),
  meters: z.number(),
  /** How far beyond the border it reaches. */
  marginMeters: z.number(),
  savedAt: z.string(),
});
export type NetworkFacts = z.infer<typeof NetworkFacts>;

/** The network of a subdistrict as the table names it; its packed bytes lie in the bucket. */
export const StoredNetwork = NetworkFacts.extend({
  subdistrict: SubdistrictCode,
  /** Of the packed network, its size and what names it. */
  bytes: z.int(),
  sha256: z.string(),
});
export type StoredNetwork = z.infer<typeof StoredNetwork>;

/** Packs a network once, so that no answer has to. */
export const packNetwork = (bytes: Uint8Array): Promise<Uint8Array> => promisify(gzip)(bytes, { level: 9 });

/** The bytes of a packed network, for `decodeNetwork`. */
export const unpackNetwork = (packed: Uint8Array): Promise<Uint8Array> => promisify(gunzip)(packed);

/**
 * Stores the packed network of a subdistrict in the place of an earlier one. The bytes come first and the item then
 * names them, so that whoever reads in between reads the whole of the earlier one.
 */
export const saveNetwork = async (
  code: string,
  packed: Uint8Array,
  facts: NetworkFacts,
): Promise<StoredNetwork> => {
  if (packed.length > MOST_PACKED_BYTES) {
    throw new DomainError(
      'invalid_request',
      `a network of ${packed.length} bytes, more than ${MOST_PACKED_BYTES}`,
    );
  }
  const stored = StoredNetwork.parse({
    ...facts,
    subdistrict: code,
    bytes: packed.length,
    sha256: sha256Of(packed),
  });
  await putObject(objectKey(stored), packed, 'application/gzip');
  const { Attributes: earlier } = await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: { ...keyAttributes(networkKey(code)), network: { S: JSON.stringify(stored) }, ...SCHEMA_VERSION },
      ReturnValues: 'ALL_OLD',
    }),
  );
  const replaced = readNetwork(earlier);
  if (replaced && replaced.sha256 !== stored.sha256) await deleteObjects([objectKey(replaced)]);
  return stored;
};

/** What network a subdistrict has; undefined where none was stored. */
export const findNetwork = async (code: string): Promise<StoredNetwork | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(networkKey(code)), ConsistentRead: true }),
  );
  return readNetwork(Item);
};

/** The network that an item names; none without an item. */
export const readNetwork = (item: Item | undefined): StoredNetwork | undefined =>
  item && StoredNetwork.parse(JSON.parse(item.network?.S ?? ''));

/**
 * The packed bytes of a network; undefined where another one took its place meanwhile, or where the bucket holds other
 * bytes than were stored, which is logged. Whoever keeps them keeps them by `sha256`.
 */
export const findPackedNetwork = async (network: StoredNetwork): Promise<Uint8Array | undefined> => {
  const packed = await getObject(objectKey(network), MOST_PACKED_BYTES);
  if (packed === undefined) return undefined;
  if (packed !== 'too_large' && sha256Of(packed) === network.sha256) return packed;
  logAlarm('planning', { broken: objectKey(network) });
  return undefined;
};

/** A key of its own for each content: an object is never written over while somebody reads it. */
const objectKey = ({ subdistrict, sha256 }: StoredNetwork): string => `networks/${subdistrict}/${sha256}`;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

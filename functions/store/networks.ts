import { createHash } from 'node:crypto';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { SubdistrictCode } from '../../shared/place/place.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { deleteObjects, getObject, putObject } from '../runtime/objects.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION } from './items.ts';
import { keyAttributes, networkKey } from './keys.ts';

/** What the network of a subdistrict may take: a browser fetches it whole, and a search walks through all of it. */
export const MOST_NETWORK_BYTES = 16_000_000;

/** What is told of a network: where it comes from, and how much it is. */
export const NetworkFacts = z.object({
  source: z.string(),
  licence: z.string(),
  attribution: z.string(),
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

/** The network of a subdistrict as the table names it; its bytes lie in the bucket. */
export const StoredNetwork = NetworkFacts.extend({
  subdistrict: SubdistrictCode,
  bytes: z.int(),
  sha256: z.string(),
});
export type StoredNetwork = z.infer<typeof StoredNetwork>;

/**
 * Stores the network of a subdistrict in the place of an earlier one. The bytes come first and the item then names
 * them, so that whoever reads in between reads the whole of the earlier one.
 */
export const saveNetwork = async (
  code: string,
  bytes: Uint8Array,
  facts: NetworkFacts,
): Promise<StoredNetwork> => {
  if (bytes.length > MOST_NETWORK_BYTES) {
    throw new DomainError(
      'invalid_request',
      `a network of ${bytes.length} bytes, more than ${MOST_NETWORK_BYTES}`,
    );
  }
  const stored = StoredNetwork.parse({
    ...facts,
    subdistrict: code,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
  });
  await putObject(objectKey(stored), bytes, 'application/octet-stream');
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
 * The bytes of a network, for `decodeNetwork`; undefined where another one took its place meanwhile. Whoever keeps them
 * keeps them by `sha256`. Throws where the bucket holds other bytes than were stored.
 */
export const findNetworkBytes = async (network: StoredNetwork): Promise<Uint8Array | undefined> => {
  const bytes = await getObject(objectKey(network), MOST_NETWORK_BYTES);
  if (bytes === undefined) return undefined;
  if (bytes === 'too_large' || sha256Of(bytes) !== network.sha256) {
    throw new Error(`the network of ${network.subdistrict} is not what was stored`);
  }
  return bytes;
};

/** A key of its own for each content: an object is never written over while somebody reads it. */
const objectKey = ({ subdistrict, sha256 }: StoredNetwork): string => `networks/${subdistrict}/${sha256}`;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

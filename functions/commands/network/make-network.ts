import { DomainError } from '../../../shared/api/problem.ts';
import { projectionOf } from '../../../shared/coverage/local-projection.ts';
import { buildNetwork, type LeftOut } from '../../../shared/coverage/network/build-network.ts';
import { encodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import type { NetworkOrigin, StreetNetwork } from '../../../shared/coverage/network/street-network.ts';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { MOST_PACKED_BYTES, type NetworkFacts, packNetwork } from '../../store/networks.ts';
import { type Collected, collectStreets } from './collect-streets.ts';
import { openOsm } from './open-osm.ts';
import type { NetworkSentences } from './sentences-zh.ts';
import { tellBroken } from './tell-broken.ts';
import { whyNoStreets } from './why-no-streets.ts';

/** Of which subdistrict, from which file, how far beyond the border, and where the file comes from. */
export type NetworkWanted = {
  file: string;
  subdistrict: Subdistrict;
  /** The subdistricts that this installation knows. */
  known: readonly Subdistrict[];
  marginMeters: number;
  /** Without a date the file says it. */
  from: Omit<NetworkOrigin, 'date'> & { date: string | undefined };
};

/** A network, ready to be stored, and what was found on the way. */
export type NetworkMade = {
  network: StreetNetwork;
  packed: Uint8Array;
  facts: Omit<NetworkFacts, 'savedAt'>;
  collected: Collected;
  leftOut: LeftOut;
};

/** Reads the streets of a subdistrict from a file and makes its network. Throws `invalid_request` with the reason. */
export const makeNetwork = async (
  { file, subdistrict, known, marginMeters, from: given }: NetworkWanted,
  say: NetworkSentences,
): Promise<NetworkMade> => {
  const reader = await openOsm(file, say);
  const date = given.date ?? (await tellBroken(file, say, reader.head)).date;
  const collected = await tellBroken(file, say, () =>
    collectStreets(reader, subdistrict.outline, marginMeters),
  );
  const why = whyNoStreets(collected, subdistrict, known, file, say);
  if (why !== undefined) throw refusal(why);
  if (date === undefined) throw refusal(say.noDate(file));
  const from = { ...given, date };
  const { network, leftOut } = buildNetwork(
    collected.streets,
    projectionOf(subdistrict.outline).origin,
    from,
  );
  const packed = await packNetwork(encodeNetwork(network));
  const [nodes, edges] = [network.nodeX.length, network.edgeFrom.length];
  if (packed.length > MOST_PACKED_BYTES)
    throw refusal(say.tooLarge(nodes, kilobytesOf(packed.length), kilobytesOf(MOST_PACKED_BYTES)));
  const meters = network.edgeLength.reduce((sum, length) => sum + length, 0);
  return { network, packed, facts: { ...from, nodes, edges, meters, marginMeters }, collected, leftOut };
};

export const kilobytesOf = (bytes: number): number => Math.ceil(bytes / 1000);

const refusal = (sentence: string) => new DomainError('invalid_request', sentence);

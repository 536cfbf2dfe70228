import { LRUCache } from 'lru-cache';
import { decodeNetwork } from '../../shared/coverage/network/network-file.ts';
import { type StreetFillField, streetFill } from '../../shared/coverage/network/street-fill.ts';
import type { Raster } from '../../shared/coverage/raster.ts';
import { logAlarm } from '../runtime/log.ts';
import { findPackedNetwork, type StoredNetwork, unpackNetwork } from '../store/networks.ts';

export type FillOf = (raster: Raster) => StreetFillField;

/** Networks by their content: decoded and indexed once, some tens of megabytes each. */
const kept = new LRUCache<string, FillOf, StoredNetwork>({
  max: 3,
  fetchMethod: async (_sha256, _stale, { context: network }) => {
    const packed = await findPackedNetwork(network);
    return packed && fillFrom(packed, network);
  },
});

/**
 * How a field is filled along the streets of a stored network; undefined where its bytes are broken, of another release
 * or just being replaced: an answer then says that there are no streets.
 */
export const networkFill = (network: StoredNetwork): Promise<FillOf | undefined> =>
  kept.fetch(network.sha256, { context: network });

const fillFrom = async (packed: Uint8Array, network: StoredNetwork): Promise<FillOf | undefined> => {
  try {
    return streetFill(decodeNetwork(await unpackNetwork(packed)));
  } catch (error) {
    // What was stored is what somebody made of it: no planner can mend it, an operator stores it anew.
    const { message } = error as Error;
    logAlarm('planning', { broken: `the street network of ${network.subdistrict}`, message });
    return undefined;
  }
};

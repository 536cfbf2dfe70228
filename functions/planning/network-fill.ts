import { LRUCache } from 'lru-cache';
import { DomainError } from '../../shared/api/problem.ts';
import type { FillField } from '../../shared/coverage/coverage.ts';
import { decodeNetwork } from '../../shared/coverage/network/network-file.ts';
import { streetFill } from '../../shared/coverage/network/street-fill.ts';
import type { Raster } from '../../shared/coverage/raster.ts';
import { findNetworkBytes, type StoredNetwork } from '../store/networks.ts';

export type FillOf = (raster: Raster) => FillField;

/** Networks by their content: decoded and indexed once, some tens of megabytes each. */
const kept = new LRUCache<string, FillOf, StoredNetwork>({
  max: 3,
  fetchMethod: async (_sha256, _stale, { context: network }) => {
    const bytes = await findNetworkBytes(network);
    return bytes && streetFill(decodeNetwork(bytes));
  },
});

/** How a field is filled along the streets of a stored network. Throws `unavailable` while another replaces it. */
export const networkFill = async (network: StoredNetwork): Promise<FillOf> => {
  const fill = await kept.fetch(network.sha256, { context: network });
  if (!fill) throw new DomainError('unavailable', 'the street network is being replaced');
  return fill;
};

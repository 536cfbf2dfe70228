import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findNetwork, findNetworkBytes } from '../store/networks.ts';

/** A Lambda answers at most 6 MB, and base64 makes four bytes of three. */
const MOST_BYTES = 4_400_000;

/** The street network of a subdistrict as it is stored. Throws `not_found` where there is none. */
export const getNetwork: Operation<typeof planningRoutes.getNetwork> = async ({ params }) => {
  const network = await findNetwork(params.code);
  if (!network) throw new DomainError('not_found', `no street network of ${params.code}`);
  if (network.bytes > MOST_BYTES)
    throw new DomainError('body_too_large', `${network.bytes} bytes, more than ${MOST_BYTES} at once`);
  const bytes = await findNetworkBytes(network);
  if (!bytes) throw new DomainError('unavailable', 'the street network is being replaced');
  return {
    body: Buffer.from(bytes).toString('base64'),
    isBase64: true,
    headers: { 'x-network-date': network.date },
  };
};

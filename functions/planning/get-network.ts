import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findNetwork, findPackedNetwork } from '../store/networks.ts';

/**
 * The street network of a subdistrict, packed as it is stored: whatever a caller says that it takes, since unpacked a
 * large one would not pass. Throws `not_found` where there is none that is whole.
 */
export const getNetwork: Operation<typeof planningRoutes.getNetwork> = async ({ params }) => {
  const network = await findNetwork(params.code);
  const packed = network && (await findPackedNetwork(network));
  if (!packed) throw new DomainError('not_found', `no street network of ${params.code}`);
  return {
    body: Buffer.from(packed).toString('base64'),
    isBase64: true,
    headers: { 'content-encoding': 'gzip', 'x-network-date': network.date },
  };
};

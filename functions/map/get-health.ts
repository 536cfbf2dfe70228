import type { mapRoutes } from '../../shared/api/map-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { env } from '../runtime/env.ts';
import { findLastChange } from '../store/subdistricts.ts';

/** Whether the table answers; where it does not, the answer is the problem `unavailable`. */
export const getHealth: Operation<typeof mapRoutes.getHealth> = async () => {
  const dataChangedAt = await findLastChange();
  return { body: { version: env.VERSION, table: 'reachable', ...(dataChangedAt && { dataChangedAt }) } };
};

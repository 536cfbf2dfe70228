import type { mapRoutes } from '../../shared/api/map-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readTile } from './map-tile.ts';

/** One map tile: the same bytes for the same places, whoever asks and whenever. */
export const getTile: Operation<typeof mapRoutes.getTile> = async ({ params, query }) => ({
  body: (await readTile(params)).answer(query.crs),
});

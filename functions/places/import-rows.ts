import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { importChunk } from '../import/import-chunk.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { personAuthor } from '../store/change-items.ts';
import { keeps } from './keeps.ts';

/** Checks, and unless it is a dry run writes, some rows of a table as the operator's import does. */
export const importRows: Operation<typeof placeRoutes.importRows> = async ({ body, session, now }) => {
  const { rows, likelyCrs } = await importChunk(body, {
    by: personAuthor(session.personId),
    at: now.toISOString(),
    reason: 'imported',
    mayChange: (place) => keeps(session, place),
    newId,
  });
  return { body: { rows, ...(likelyCrs && { likelyCrs }) } };
};

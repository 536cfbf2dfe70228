import { createHash } from 'node:crypto';
import { kindOf } from '../../shared/place/kind.ts';
import type { SourceId } from '../store/places-of-source.ts';
import type { PlaceDefaults } from './make-place.ts';
import type { ReadRow } from './read-row.ts';

type Named = Pick<ReadRow, 'name' | 'category' | 'address' | 'source' | 'externalId'>;
type Origin = Pick<PlaceDefaults, 'subdistrict' | 'source'>;

/**
 * What tells two rows apart and finds a place again at the next import: the id within the source, or, where
 * there is none, a hash of kind, name and address within the subdistrict.
 */
export const uniquenessOf = (row: Named, { subdistrict, source }: Origin): SourceId => {
  if (row.externalId !== undefined) return { source: row.source ?? source, externalId: row.externalId };
  const content = JSON.stringify([subdistrict, kindOf(row.category), row.name, row.address ?? '']);
  return { source: 'content', externalId: createHash('sha256').update(content).digest('hex').slice(0, 32) };
};

import { DomainError } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import type { RequireScope } from '../runtime/session.ts';
import { findCurrentPlace } from '../store/places.ts';

/**
 * A place by its id as it stands at this moment, for staff of its subdistrict and grid.
 * @throws DomainError `not_found`, `forbidden`.
 */
export const getPlaceOfStaff = async (id: string, requireScope: RequireScope): Promise<Place> => {
  const place = await findCurrentPlace(id);
  if (!place) throw new DomainError('not_found', `place ${id}`);
  requireScope({ subdistrict: place.subdistrict, grid: place.grid });
  return place;
};

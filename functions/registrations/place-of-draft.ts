import { refusedField } from '../../shared/api/problem.ts';
import { isInChina } from '../../shared/geo/china.ts';
import { isWithin } from '../../shared/geo/polygon.ts';
import type { PickedPosition } from '../../shared/registration/application.ts';
import { pickedFrom, placedAt } from '../../shared/registration/picked-position.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { subdistrictAt } from '../../shared/registration/subdistrict-at.ts';
import { findPlace } from '../store/places.ts';
import { findSubdistrict, listSubdistricts } from '../store/subdistricts.ts';

/**
 * The subdistrict of a draft at a position, or none. A new shop's is where it stands. What is claimed or changed
 * stays in its subdistrict, whose staff know it: a position elsewhere has none, and the shop registers there anew.
 * @throws DomainError `position_outside_china`.
 */
export const subdistrictOfDraft = async (
  { kind, place: placeId }: Pick<Registration, 'kind' | 'place'>,
  picked: PickedPosition | undefined,
): Promise<string | undefined> => {
  if (picked) requireChina(picked);
  if (kind === 'new') return picked && subdistrictAtPicked(picked);
  const place = placeId === undefined ? undefined : await findPlace(placeId);
  if (!place) return undefined;
  // Where a place stood already it may stay, though an import put it just outside.
  if (!picked || JSON.stringify(pickedFrom(place).position) === JSON.stringify(picked.position))
    return place.subdistrict;
  const subdistrict = await findSubdistrict(place.subdistrict);
  return subdistrict && isWithin(placedAt(picked).position, subdistrict.outline)
    ? subdistrict.code
    : undefined;
};

const subdistrictAtPicked = async (picked: PickedPosition): Promise<string | undefined> => {
  const known = await listSubdistricts();
  return subdistrictAt(
    placedAt(picked).position,
    known.map(({ subdistrict }) => subdistrict),
  )?.code;
};

const requireChina = (picked: PickedPosition): void => {
  if (isInChina(placedAt(picked).position)) return;
  throw refusedField('position', 'outside China', 'position_outside_china');
};

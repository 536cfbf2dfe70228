import { DomainError, refusedField } from '../../shared/api/problem.ts';
import { isInChina } from '../../shared/geo/china.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { BORDER_TOLERANCE_METERS, metersOutside } from '../../shared/geo/polygon.ts';
import type { PickedPosition } from '../../shared/registration/application.ts';
import { getSubdistrict } from '../store/subdistricts.ts';

/**
 * Holds a picked position to the subdistrict that keeps the place; its border is a generalised line, so a little
 * outside counts as inside. An import only warns of this: a list may know better than the outline.
 * @throws DomainError `position_outside_china`, `position_outside_subdistrict` saying how far outside.
 */
export const requirePositionIn = async (code: string, { crs, position }: PickedPosition): Promise<void> => {
  const converted = convertPosition(position, crs, 'wgs84');
  if (!isInChina(position) || !isInChina(converted)) throw new DomainError('position_outside_china');
  const { name, outline } = await getSubdistrict(code);
  const meters = metersOutside(converted, outline);
  if (meters <= BORDER_TOLERANCE_METERS) return;
  const message = `${Math.round(meters)} m outside ${name}`;
  throw refusedField('position', message, 'position_outside_subdistrict');
};

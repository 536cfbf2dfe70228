import { DomainError, type FieldError } from '../../shared/api/problem.ts';
import type { ScenarioChange } from '../../shared/coverage/scenario-change.ts';
import { metersOutside } from '../../shared/geo/polygon.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';

/** From further away nobody comes: the widest reach that anybody may ask for. */
const FURTHEST_METERS = 5000;

/**
 * Holds what is added and moved to where it can serve somebody of the subdistrict.
 * @throws DomainError `position_outside_subdistrict`, naming each change that stands further away.
 */
export const requireNear = (
  { outline, name }: Pick<Subdistrict, 'outline' | 'name'>,
  changes: readonly ScenarioChange[],
): void => {
  const fields = changes.flatMap((change, index): FieldError[] => {
    if (change.type === 'remove') return [];
    const meters = metersOutside(change.position, outline);
    if (meters <= FURTHEST_METERS) return [];
    const field = `changes.${index}.position`;
    return [{ in: 'body', field, message: `${Math.round(meters)} m outside ${name}` }];
  });
  const [first] = fields;
  if (first)
    throw new DomainError('position_outside_subdistrict', `body ${first.field}: ${first.message}`, {
      fields,
    });
};

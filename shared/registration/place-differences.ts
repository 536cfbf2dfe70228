import { canonicalJson } from '../place/canonical-json.ts';
import type { Place } from '../place/place.ts';
import type { Draft } from './application.ts';
import { placeAsDraft } from './draft-of-place.ts';
import type { FieldDifference } from './field-difference.ts';

/** What the public sees of an application: these fields are compared with the place. */
export const PUBLIC_FIELDS = [
  'name',
  'nameEn',
  'category',
  'position',
  'address',
  'schedule',
  'amenities',
  'services',
  'access',
  'publicPhone',
  'pledge',
] as const satisfies (keyof Draft)[];

/**
 * Where an application differs from what its place says now, in the order of the form. `keepsAbsent`: a field that
 * the application does not hold stays as it is (a change); else its absence takes it away (a claim).
 */
export const placeDifferences = (
  place: Place,
  application: Draft,
  { keepsAbsent }: { keepsAbsent: boolean },
): FieldDifference[] => {
  const now = placeAsDraft(place);
  return PUBLIC_FIELDS.flatMap((field) => {
    const [before, after] = [now[field], application[field]];
    if ((keepsAbsent && after === undefined) || canonicalJson(before) === canonicalJson(after)) return [];
    return [{ field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  }) as FieldDifference[];
};

import { canonicalJson } from '../place/canonical-json.ts';
import type { FieldDifference } from '../registration/field-difference.ts';
import { PUBLIC_FIELDS } from '../registration/place-differences.ts';
import type { ChangeSubjectType } from './change-entry.ts';
import { shownSettings } from './shown-settings.ts';

type Thing = Record<string, unknown>;

/** What of a place its history shows, in this order. Beside it only `hasOwner`: who owns a place is no difference. */
const PLACE_FIELDS = [
  'state',
  'suspension',
  'mergedInto',
  'name',
  'nameEn',
  'aliases',
  'category',
  'tier',
  'address',
  'position',
  'accuracyMeters',
  'grid',
  'schedule',
  'services',
  'amenities',
  'access',
  'phone',
  'website',
  'pledge',
  'photos',
  'consent',
  'confirmBy',
  'verifiedAt',
  'verifiedBy',
  'illustrative',
  'source',
] as const;

/** What of a registration: never whom to call, who filed it or who has it in hand. */
const REGISTRATION_FIELDS = ['state', 'kind', 'grid', 'place', 'submittedAt', 'dueOn', 'notADouble'] as const;
const APPLICATION_FIELDS = [...PUBLIC_FIELDS, 'consent', 'photos'] as const;

const GRANT_FIELDS = ['role', 'subdistrict', 'grids'] as const;

/**
 * What differs between a thing before and after a change, field by field. Only what is listed here is ever shown:
 * a field that is added to a thing stays private until somebody decides otherwise.
 */
export const changeDifferences = (
  type: ChangeSubjectType,
  before: unknown,
  after: unknown,
): FieldDifference[] => {
  const [old, fresh] = [shownOf(type, asThing(before)), shownOf(type, asThing(after))];
  const fields = [...new Set([...Object.keys(fresh), ...Object.keys(old)])];
  return fields.flatMap((field) =>
    canonicalJson(old[field]) === canonicalJson(fresh[field])
      ? []
      : [
          {
            field,
            ...(old[field] !== undefined && { before: old[field] as FieldDifference['before'] }),
            ...(fresh[field] !== undefined && { after: fresh[field] as FieldDifference['after'] }),
          },
        ],
  );
};

const shownOf = (type: ChangeSubjectType, thing: Thing | undefined): Thing => {
  if (!thing) return {};
  if (type === 'grant') return picked(thing, GRANT_FIELDS);
  if (type === 'settings') return shownSettings(thing);
  if (type === 'place')
    return { ...picked(thing, PLACE_FIELDS), hasOwner: thing.owner === undefined ? undefined : true };
  const { outcome, reason } = asThing(thing.decision) ?? {};
  return {
    ...picked(thing, REGISTRATION_FIELDS),
    ...picked(asThing(thing.application) ?? {}, APPLICATION_FIELDS),
    decision: outcome,
    decisionReason: reason,
  };
};

const picked = (thing: Thing, fields: readonly string[]): Thing =>
  Object.fromEntries(
    fields.flatMap((field) => (thing[field] === undefined ? [] : [[field, thing[field]] as const])),
  );

const asThing = (value: unknown): Thing | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : undefined;

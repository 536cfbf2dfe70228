import type { Draft } from '../registration/application.ts';
import { applicationTexts } from '../registration/application-texts.ts';
import type { OwnPlacePatch } from './own-place-patch.ts';
import type { Place } from './place.ts';

type Patch = Omit<OwnPlacePatch, 'photos'>;
type Field = keyof Patch;

/** The texts that a field of a patch brings and the place does not show yet. */
const newTexts = (field: Field, patch: Patch, shown: ReadonlySet<string>): string[] =>
  applicationTexts(draftOf({ [field]: patch[field] })).filter((text) => !shown.has(text) && !isNumber(text));

/** Every text of a patch that would be public for the first time, by the field that brings it. */
export const newTextsOf = (patch: Patch, before: Place): Map<Field, string[]> => {
  const { phone, pledge, schedule, services, amenities, access } = before;
  const shown = new Set(
    applicationTexts(
      draftOf({
        phone,
        pledge,
        services,
        amenities,
        ...(schedule && { schedule }),
        ...(access && { access }),
      }),
    ),
  );
  const fields = (Object.keys(patch) as Field[]).map(
    (field) => [field, newTexts(field, patch, shown)] as const,
  );
  return new Map(fields.filter(([, texts]) => texts.length > 0));
};

/** Fields of a patch in the words of an application, as a reviewer reads them. */
export const draftOf = ({ phone, pledge, ...rest }: Partial<Patch>): Draft => ({
  ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Draft),
  ...(phone && { publicPhone: phone }),
  ...(pledge && { pledge }),
});

/** A number to call says nothing that a machine would have to read. */
const isNumber = (text: string): boolean => /^[\d\s+()/-]+$/.test(text);

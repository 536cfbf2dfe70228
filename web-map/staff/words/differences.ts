import type { FieldDifference } from '../../../shared/registration/registration.ts';
import type { Language } from '../../i18n/language.ts';
import { fieldLines, fieldName } from './field-lines.ts';

/** One difference in words; of lists only what came and went. */
export type DifferenceInWords = { field: string; name: string; before: string[]; after: string[] };

/** What nobody has to read: it follows from the rest, or counts. */
const SILENT = new Set(['searchKey', 'version', 'updatedAt', 'createdAt', 'givenPosition', 'markerId', 'id']);

/** Differences as people read them. Those that say the same in words are left out. */
export const differencesInWords = (
  differences: readonly FieldDifference[],
  language: Language,
): DifferenceInWords[] =>
  differences.flatMap(({ field, before, after }) => {
    if (SILENT.has(field)) return [];
    const [old, young] = [fieldLines(field, before, language), fieldLines(field, after, language)];
    const gone = old.filter((line) => !young.includes(line));
    const come = young.filter((line) => !old.includes(line));
    if (gone.length + come.length === 0) return [];
    return [{ field, name: fieldName(field, language), before: gone, after: come }];
  });

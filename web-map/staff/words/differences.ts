import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { FieldDifference } from '../../../shared/registration/field-difference.ts';
import type { Language } from '../../i18n/language.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';
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
    if (field === 'position') come.push(...movedLine(before, after, language));
    return [{ field, name: fieldName(field, language), before: gone, after: come }];
  });

/** How far a position has moved: of two pairs of degrees nobody sees that. */
const movedLine = (before: unknown, after: unknown, language: Language): string[] => {
  const [from, to] = [wgs84Of(before), wgs84Of(after)];
  if (!from || !to) return [];
  return [STAFF_MESSAGES[language].difference.moved(distancePhrase(distanceMeters(from, to), language))];
};

const wgs84Of = (value: unknown): Position | undefined => {
  if (Array.isArray(value)) return value as Position;
  const picked = value as { crs?: string; position?: Position } | undefined;
  return picked?.crs === 'wgs84' ? picked.position : undefined;
};

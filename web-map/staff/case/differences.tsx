import type { FieldDifference } from '../../../shared/registration/field-difference.ts';
import { DifferenceList } from '../../form/difference-list.tsx';
import { differencesInWords } from '../words/differences.ts';
import { useWords } from '../words/use-words.ts';

/** What was and what shall be, field by field. */
export function Differences({ differences }: { differences: readonly FieldDifference[] }) {
  const { words, language } = useWords();
  const shown = differencesInWords(differences, language);
  if (shown.length === 0) return <p class="quiet">{words.difference.none}</p>;
  return (
    <>
      <p class="difference-legend" aria-hidden="true">
        <span>{words.difference.before}</span>
        <span>{words.difference.after}</span>
      </p>
      <DifferenceList
        differences={shown.map(({ field, name, before, after }) => ({
          field,
          label: name,
          before: before.join(words.semicolon),
          after: after.join(words.semicolon),
        }))}
      />
    </>
  );
}

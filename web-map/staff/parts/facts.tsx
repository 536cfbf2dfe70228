import { tagOfText } from '../../i18n/language.ts';
import { fieldLines, fieldName } from '../words/field-lines.ts';
import { useWords } from '../words/use-words.ts';

/** Short things that stand one after another, not one below the other. */
const INLINE: readonly string[] = ['amenities', 'aliases'];

/** The fields of a record, group by group; what nobody wrote is not there. */
export function FactGroups<Field extends string>({
  groups,
  values,
}: {
  groups: Readonly<Record<string, readonly Field[]>>;
  values: Readonly<Partial<Record<Field, unknown>>>;
}) {
  const { language } = useWords();
  return Object.entries(groups).map(([group, fields]) => (
    <dl key={group} class="facts-list">
      {fields.map((field) => (
        <Fact
          key={field}
          name={fieldName(field, language)}
          lines={fieldLines(field, values[field], language)}
          isCode={field === 'licenceCode'}
          isInline={INLINE.includes(field)}
        />
      ))}
    </dl>
  ));
}

/** One name and what is said under it. */
export function Fact({
  name,
  lines,
  isCode = false,
  isInline = false,
}: {
  name: string;
  lines: readonly string[];
  isCode?: boolean;
  isInline?: boolean;
}) {
  const { words, language } = useWords();
  const shown = isInline ? [lines.join(words.comma)] : lines;
  if (lines.every((line) => line === '')) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd class={isCode ? 'code' : ''}>
        {shown.map((line) => (
          <span key={line} class="fact-line" lang={tagOfText(line, language)}>
            {line}
          </span>
        ))}
      </dd>
    </div>
  );
}

import type { DataSource } from '../../../shared/area/area.ts';
import { useWords } from '../words/use-words.ts';

/** Where data comes from, as of when, and whether it is only an example. */
export function SourceFields({
  source,
  onChange,
}: {
  source: DataSource;
  onChange: (source: DataSource) => void;
}) {
  const { words } = useWords();
  return (
    <>
      <label class="import-field">
        <span class="control-label">{words.data.sourceName}</span>
        <input
          class="field-input"
          maxLength={100}
          value={source.name}
          onInput={({ currentTarget }) => onChange({ ...source, name: currentTarget.value })}
        />
      </label>
      <label class="import-field">
        <span class="control-label">{words.data.sourceDate}</span>
        <input
          class="field-input"
          type="date"
          value={source.date}
          onInput={({ currentTarget }) => onChange({ ...source, date: currentTarget.value })}
        />
      </label>
      <label class="check-row">
        <input
          type="checkbox"
          checked={source.illustrative}
          onChange={({ currentTarget }) => onChange({ ...source, illustrative: currentTarget.checked })}
        />
        {words.data.sourceIllustrative}
      </label>
    </>
  );
}

import type { Standard, StandardStatus } from '../../../shared/coverage/coverage-answer.ts';
import { classWord } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

/** One standard being changed: how far, who says so, how well that is known. */
export function StandardRow({
  standard,
  onChange,
}: {
  standard: Standard;
  onChange: (standard: Standard) => void;
}) {
  const { words, language } = useWords();
  const word = classWord(standard.class, language);
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>
        <input
          class="field-input"
          type="number"
          min={50}
          max={5000}
          step={10}
          aria-label={words.data.standardOf(word, words.data.standardMeters)}
          value={standard.meters}
          onChange={({ currentTarget }) => onChange({ ...standard, meters: Number(currentTarget.value) })}
        />
      </td>
      <td>
        <input
          class="field-input"
          maxLength={120}
          aria-label={words.data.standardOf(word, words.data.standardSource)}
          value={standard.source}
          onChange={({ currentTarget }) => onChange({ ...standard, source: currentTarget.value })}
        />
      </td>
      <td>
        <select
          class="field-input"
          aria-label={words.data.standardOf(word, words.data.standardStatus)}
          value={standard.status}
          onChange={({ currentTarget }) =>
            onChange({ ...standard, status: currentTarget.value as StandardStatus })
          }
        >
          {(Object.keys(words.status) as StandardStatus[]).map((status) => (
            <option key={status} value={status}>
              {words.status[status]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** One of a few, with how many each would show. */
export function ChoiceChips<Code extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly { code: Code; word: string; count?: number | undefined }[];
  chosen: Code;
  onChoose: (code: Code) => void;
}) {
  return (
    <fieldset class="choice-chips">
      <legend class="visually-hidden">{label}</legend>
      {options.map(({ code, word, count }) => (
        <button
          key={code}
          type="button"
          class="choice-chip"
          aria-pressed={code === chosen}
          onClick={() => onChoose(code)}
        >
          {word}
          {count !== undefined && <span class="choice-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}

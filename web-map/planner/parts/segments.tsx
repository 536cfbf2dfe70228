/** One of two or three, side by side. */
export function Segments<Code extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly { code: Code; word: string; isDisabled?: boolean }[];
  chosen: Code;
  onChoose: (code: Code) => void;
}) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{label}</legend>
      {options.map(({ code, word, isDisabled }) => (
        <button
          key={code}
          type="button"
          class="segment"
          aria-pressed={code === chosen}
          disabled={isDisabled}
          onClick={() => onChoose(code)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  );
}

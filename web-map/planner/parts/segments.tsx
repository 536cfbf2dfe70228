/** One of two or three, side by side; the arrow keys choose as well. */
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
    <fieldset
      class="segments"
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        const buttons = [...event.currentTarget.querySelectorAll('button')].filter((each) => !each.disabled);
        const at = buttons.indexOf(event.target as HTMLButtonElement);
        const next = buttons[(at + step + buttons.length) % buttons.length];
        event.preventDefault();
        next?.focus();
        next?.click();
      }}
    >
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

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

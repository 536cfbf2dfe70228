import { useId } from 'preact/hooks';

/** One of many, as the system's own menu; `all` stands for no narrowing at all. */
export function ChoiceMenu<Code extends string>({
  label,
  all,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  all?: string;
  options: readonly { code: Code; word: string }[];
  chosen: Code | undefined;
  onChoose: (code: Code | undefined) => void;
}) {
  const id = useId();
  return (
    <span class="choice-menu">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ currentTarget }) => onChoose((currentTarget.value || undefined) as Code | undefined)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map(({ code, word }) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

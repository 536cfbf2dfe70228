import { Field, type FieldProps } from './field.tsx';
import { formWords } from './form-words.ts';

/** Several lines of text. With `maxLength` it says how much room is left, near the end of it. */
export function TextArea({
  value,
  onChange,
  onBlur,
  rows = 3,
  maxLength,
  placeholder,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}) {
  const { words } = formWords();
  const left = maxLength === undefined ? undefined : maxLength - value.length;
  return (
    <Field {...field}>
      {(ties) => (
        <>
          <textarea
            {...ties}
            class="field-input"
            rows={rows}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
            {...(maxLength !== undefined && { maxLength })}
            {...(placeholder && { placeholder })}
            {...(onBlur && { onBlur })}
          />
          {left !== undefined && left <= 30 && (
            <p class="field-count">{left >= 0 ? words.lettersLeft(left) : words.lettersOver(-left)}</p>
          )}
        </>
      )}
    </Field>
  );
}

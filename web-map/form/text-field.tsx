import { Field, type FieldProps } from './field.tsx';

/**
 * One line of text. `onChange` hears every letter; `onBlur` when the field is left, the moment to say what is wrong.
 * `type` chooses the phone's keyboard.
 */
export const TextField = ({
  value,
  onChange,
  onBlur,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  maxLength,
  placeholder,
  isDisabled = false,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  type?: 'text' | 'tel' | 'date' | 'search';
  inputMode?: 'text' | 'numeric' | 'decimal';
  autoComplete?: string;
  maxLength?: number;
  placeholder?: string | undefined;
  isDisabled?: boolean;
}) => (
  <Field {...field}>
    {(ties) => (
      <input
        {...ties}
        class="field-input"
        // The types of inputs tell every kind apart; here one component stands for several.
        type={type as 'text'}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellcheck={false}
        disabled={isDisabled}
        onInput={(event) => onChange(event.currentTarget.value)}
        {...(inputMode && { inputMode })}
        {...(maxLength !== undefined && { maxLength })}
        {...(placeholder && { placeholder })}
        {...(onBlur && { onBlur })}
      />
    )}
  </Field>
);

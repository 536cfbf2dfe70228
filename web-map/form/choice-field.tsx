import { Icon } from '../ui/icon.tsx';
import type { IconId } from '../ui/icons/icon-id.ts';
import { Field, type FieldProps } from './field.tsx';

/** One thing that can be chosen. */
export type Choice<Code extends string> = { code: Code; label: string; hint?: string; icon?: IconId };

/**
 * One of several, as radios: `tiles` side by side for short words, `rows` for choices with a hint. Arrow keys move
 * among them.
 */
export const ChoiceField = <Code extends string>({
  choices,
  value,
  onChange,
  layout = 'tiles',
  ...field
}: FieldProps & {
  choices: readonly Choice<Code>[];
  value: Code | undefined;
  onChange: (code: Code) => void;
  layout?: 'tiles' | 'rows';
}) => (
  <Field {...field} isGroup>
    {({ id }) => (
      <div class={`choices choices-${layout}`}>
        {choices.map(({ code, label, hint, icon }) => (
          <label class="choice-option" key={code}>
            <input
              type="radio"
              class="visually-hidden"
              name={id}
              value={code}
              checked={value === code}
              onChange={() => onChange(code)}
            />
            <span class="choice-face">
              {icon && <Icon id={icon} />}
              <span>
                {label}
                {hint && <small>{hint}</small>}
              </span>
              {layout === 'rows' && <Icon id="check" />}
            </span>
          </label>
        ))}
      </div>
    )}
  </Field>
);

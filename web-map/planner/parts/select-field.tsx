import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A label above the system's own menu. */
export function SelectField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  children,
}: {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <div class="select-field">
      <label class={isLabelHidden ? 'visually-hidden' : 'control-label'} for={id}>
        {label}
      </label>
      <span class="choice-menu">
        <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {children}
        </select>
      </span>
    </div>
  );
}

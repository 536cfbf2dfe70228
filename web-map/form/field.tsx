import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { formWords } from './form-words.ts';

/** What every control says beside its value. */
export type FieldProps = {
  label: string;
  /** How it is meant, under the label. */
  hint?: string | undefined;
  /** What is wrong, beside the field; read out when it appears. */
  error?: string | undefined;
  /** Says so behind the label. */
  isOptional?: boolean;
};

/** What ties an input to its label, hint and error. */
export type FieldTies = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

/**
 * Label, hint and error around a control. With `isGroup` the control is several (radios, chips): a fieldset whose
 * legend is the label.
 */
export function Field({
  label,
  hint,
  error,
  isOptional = false,
  isGroup = false,
  children,
}: FieldProps & { isGroup?: boolean; children: (ties: FieldTies) => ComponentChildren }) {
  const { words } = formWords();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const ties = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  };
  const name = (
    <>
      {label}
      {isOptional && <small class="field-optional">{words.optional}</small>}
    </>
  );
  const hintLine = hint && (
    <p class="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
  const rest = (
    <>
      {children(ties)}
      <p class="field-error" id={`${id}-error`} aria-live="polite">
        {error && (
          <>
            <Icon id="warning" />
            {error}
          </>
        )}
      </p>
    </>
  );
  if (isGroup)
    return (
      <fieldset class="field" aria-describedby={ties['aria-describedby']}>
        <legend class="field-label">{name}</legend>
        {hintLine}
        {rest}
      </fieldset>
    );
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {name}
      </label>
      {hintLine}
      {rest}
    </div>
  );
}

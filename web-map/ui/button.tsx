import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconId } from './icons/icon-id.ts';

/** A button with words: `primary` for the one thing to do, `warn` for what is hard to take back, else `default`. */
export const Button = ({
  kind = 'default',
  icon,
  onClick,
  isDisabled = false,
  children,
}: {
  kind?: 'primary' | 'default' | 'warn';
  icon?: IconId;
  onClick: () => void;
  isDisabled?: boolean;
  children: ComponentChildren;
}) => (
  <button type="button" class={`weui-btn weui-btn_${kind}`} disabled={isDisabled} onClick={onClick}>
    {icon && <Icon id={icon} />}
    {children}
  </button>
);

/** A button that is only a symbol; `label` says what it does. */
export const IconButton = ({
  icon,
  label,
  onClick,
  isPressed,
}: {
  icon: IconId;
  label: string;
  onClick: () => void;
  isPressed?: boolean;
}) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
    onClick={onClick}
  >
    <Icon id={icon} />
  </button>
);

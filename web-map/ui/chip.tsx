import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconId } from './icons/icon-id.ts';

/** A filter that is on or off; pressed buttons are read as such. */
export const Chip = ({
  isOn,
  onToggle,
  icon,
  children,
}: {
  isOn: boolean;
  onToggle: () => void;
  icon?: IconId;
  children: ComponentChildren;
}) => (
  <button type="button" class="chip" aria-pressed={isOn} onClick={onToggle}>
    {icon && <Icon id={icon} />}
    {children}
  </button>
);

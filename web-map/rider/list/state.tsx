import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconId } from '../../ui/icons/icon-id.ts';

export type StateAction = { label: string; isPrimary?: boolean; onClick: () => void };

/** Why there is nothing to show, and what can be done about it. */
export const State = ({
  icon,
  heading,
  text,
  actions,
}: {
  icon: IconId;
  heading: string;
  text: string;
  actions: readonly StateAction[];
}) => (
  <div class="state">
    <span class="state-icon">
      <Icon id={icon} />
    </span>
    <div class="state-words">
      <h2>{heading}</h2>
      <p>{text}</p>
    </div>
    {actions.length > 0 && (
      <div class="state-actions">
        {actions.map(({ label, isPrimary, onClick }) => (
          <Button key={label} kind={isPrimary ? 'primary' : 'default'} onClick={onClick}>
            {label}
          </Button>
        ))}
      </div>
    )}
  </div>
);

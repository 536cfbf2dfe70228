import type { IconId } from './icons/icon-id.ts';
import sprite from './icons/sprite.svg';

/**
 * A symbol of the sprite in the colour of the text around it, styled by `icon.css`. Decoration: the words
 * stand beside it, or in the label of the button that holds it.
 */
export const Icon = ({ id }: { id: IconId }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <use href={`${sprite}#${id}`} />
  </svg>
);

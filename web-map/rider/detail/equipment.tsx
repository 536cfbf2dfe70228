import { AMENITY_WORDS } from '../../../shared/labels/place-words.ts';
import type { Amenity } from '../../../shared/place/amenity.ts';
import { dateOfMomentPhrase } from '../../i18n/phrases.ts';
import { Icon } from '../../ui/icon.tsx';
import { iconOf } from '../../ui/icons/icon-of.ts';
import { useWords } from '../store-context.ts';

/** What there is, each with its state. */
export function Equipment({ amenities }: { amenities: readonly Amenity[] }) {
  const { words, language } = useWords();
  if (amenities.length === 0) return null;
  return (
    <section class="detail-section">
      <h3>{words.equipmentHeading}</h3>
      <ul class="equipment">
        {amenities.map(({ code, state, brokenSince, note }) => (
          <li key={code} class={`equipment-${state}`}>
            <Icon id={iconOf(code)} />
            <span>
              {AMENITY_WORDS[code][language]}
              {state === 'broken' && (
                <small class="equipment-state">
                  {brokenSince ? words.brokenSince(dateOfMomentPhrase(brokenSince, language)) : words.broken}
                </small>
              )}
              {note && <small>{note}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

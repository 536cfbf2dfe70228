import { AMENITY_WORDS } from '../../../shared/labels/place-words.ts';
import type { PlaceSummary } from '../../../shared/place/place-summary.ts';
import { Icon } from '../../ui/icon.tsx';
import { iconOf } from '../../ui/icons/icon-of.ts';
import { useWords } from '../store-context.ts';

const SHOWN = 5;

/** What a place offers, as symbols, with the words for who does not see them. Broken ones are struck through. */
export function AmenityIcons({ amenities }: { amenities: PlaceSummary['amenities'] }) {
  const { words, language } = useWords();
  if (amenities.length === 0) return null;
  const hidden = amenities.length - SHOWN;
  return (
    <span class="amenity-icons">
      <span class="visually-hidden">
        {amenities
          .map(({ code, state }) =>
            state === 'broken'
              ? words.amenityBroken(AMENITY_WORDS[code][language])
              : AMENITY_WORDS[code][language],
          )
          .join(language === 'zh' ? '、' : ', ')}
      </span>
      {amenities.slice(0, SHOWN).map(({ code, state }) => (
        <span key={code} class={`amenity-icon amenity-${state}`} title={AMENITY_WORDS[code][language]}>
          <Icon id={iconOf(code)} />
        </span>
      ))}
      {hidden > 0 && (
        <span class="amenity-more" aria-hidden="true">
          +{hidden}
        </span>
      )}
    </span>
  );
}

import type { RankedPlace } from '../../../shared/place/rank.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import { useStore, useWords } from '../store-context.ts';
import { AmenityIcons } from './amenity-icons.tsx';
import { NameAndTags, OpenAndSure } from './place-facts.tsx';

/** One place of the list; the whole row opens its detail. */
export function PlaceRow({ ranked }: { ranked: RankedPlace }) {
  const store = useStore();
  const { words, language } = useWords();
  const { place } = ranked;
  const { kind, amenities } = place.properties;
  return (
    <li>
      <button
        type="button"
        class="place-row"
        data-place={place.id}
        onClick={() => store.open({ place: place.id, sheet: 'half' })}
      >
        <PlaceSymbol place={{ kind, status: ranked.openState.status }} />
        <span class="place-row-body">
          <span class="place-row-title">
            <NameAndTags place={place.properties} />
          </span>
          <OpenAndSure ranked={ranked} />
          <AmenityIcons amenities={amenities} />
        </span>
        <span class="place-row-way">
          <span class="place-distance">{distancePhrase(ranked.distanceMeters, language)}</span>
          <span class="place-walk">{words.walk(ranked.walkMinutes)}</span>
        </span>
      </button>
    </li>
  );
}

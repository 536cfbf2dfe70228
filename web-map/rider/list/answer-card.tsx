import type { RankedPlace } from '../../../shared/place/rank.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import { useStore, useWords } from '../store-context.ts';
import { AmenityIcons } from './amenity-icons.tsx';
import { NameAndTags, OpenAndSure } from './place-facts.tsx';

/** The answer: the one place to walk to, and the button that leads there. */
export function AnswerCard({ ranked }: { ranked: RankedPlace }) {
  const store = useStore();
  const { words, language } = useWords();
  const { place } = ranked;
  const { kind, amenities } = place.properties;
  return (
    <div class="answer">
      <div class="answer-row">
        <p class="answer-way">
          <span class="answer-distance">{distancePhrase(ranked.distanceMeters, language)}</span>
          <span class="answer-walk">{words.walk(ranked.walkMinutes)}</span>
        </p>
        <Button
          kind="primary"
          icon="go"
          onClick={() => store.open({ place: place.id, panel: 'go', sheet: 'half' })}
        >
          {words.goThere}
        </Button>
      </div>
      <button
        type="button"
        class="answer-place"
        data-place={place.id}
        onClick={() => store.open({ place: place.id, sheet: 'half' })}
      >
        <span class="place-row-title">
          <PlaceSymbol place={{ kind, status: ranked.openState.status }} />
          <NameAndTags place={place.properties} />
        </span>
        <OpenAndSure ranked={ranked} />
        <AmenityIcons amenities={amenities} />
      </button>
    </div>
  );
}

/** What stands where the answer will, as high as the answer. */
export const AnswerSkeleton = () => (
  <div class="answer skeleton" aria-hidden="true">
    <div class="answer-row">
      <span class="bone bone-number" />
    </div>
    <div class="answer-place">
      <span class="bone bone-title" />
      <span class="bone bone-line" />
      <span class="bone bone-icons" />
    </div>
  </div>
);

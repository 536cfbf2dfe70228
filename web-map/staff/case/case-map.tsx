import { useMemo, useState } from 'preact/hooks';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import type { Case } from '../../../shared/registration/case.ts';
import { tagOfText } from '../../i18n/language.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import { mapPlaceOf } from '../../map/map-place-of.ts';
import { StaffMap } from '../parts/staff-map.tsx';
import { now } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';

/** Where it says it is, what stands within 300 m, and what it may be a double of. */
export function CaseMap({ shown }: { shown: Case }) {
  const { words, language } = useWords();
  const [chosen, setChosen] = useState<string | undefined>(shown.suspects[0]?.place.id ?? shown.place?.id);
  const { position, neighbours, suspects } = shown;
  const places = useMemo(() => {
    const all = [...neighbours, ...suspects].map(({ place }) => place);
    const around = new Map([...all, ...(shown.place ? [shown.place] : [])].map((place) => [place.id, place]));
    return [...around.values()].map((place) => mapPlaceOf(place, now.value, ANNOUNCED_HOLIDAYS, language));
  }, [shown, language]);
  const others = neighbours.filter(
    ({ place }) => !suspects.some((suspect) => suspect.place.id === place.id) && place.id !== shown.place?.id,
  );
  const row = (place: Case['neighbours'][number]['place'], facts: readonly string[]) => (
    <li key={place.id}>
      <button
        type="button"
        class="near-row"
        aria-pressed={chosen === place.id}
        onClick={() => setChosen(place.id)}
      >
        <span class="row-name" lang={tagOfText(nameOf(place.properties, language), language)}>
          {nameOf(place.properties, language)}
        </span>
        <span class="row-line">{facts.join(' · ')}</span>
      </button>
    </li>
  );
  if (!position) return null;
  return (
    <section class="card">
      <h3>{words.case.where}</h3>
      <StaffMap
        label={words.case.map}
        places={places}
        pin={position}
        selected={chosen}
        view={{ center: position, zoom: 16 }}
        onSelect={setChosen}
      />
      {suspects.length > 0 && (
        <>
          <h4 class="suspects-heading">{words.case.suspects}</h4>
          <ul class="near-list">
            {suspects.map(({ place, distanceMeters, similarity, sameLicence }) =>
              row(place, [
                distancePhrase(distanceMeters, language),
                sameLicence ? words.case.sameLicence : words.case.similarity(Math.round(similarity * 100)),
              ]),
            )}
          </ul>
        </>
      )}
      <h4>{words.case.neighbours(others.length)}</h4>
      {others.length > 0 && (
        <ul class="near-list">
          {others.map(({ place, distanceMeters }) =>
            row(place, [
              distancePhrase(distanceMeters, language),
              CATEGORY_WORDS[place.properties.category][language],
            ]),
          )}
        </ul>
      )}
    </section>
  );
}

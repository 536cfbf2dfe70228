import { CONFIDENCE_WORDS } from '../../../shared/labels/time-words.ts';
import { reasonPhrase } from '../../i18n/place-phrases.ts';
import { SAID_BY_OPEN_LINE } from '../list/place-facts.tsx';
import type { OpenPlace } from '../state/open-place.ts';
import { useStore, useWords } from '../store-context.ts';

/** How likely the way is worth it, and why. */
export function ConfidenceLines({ place }: { place: OpenPlace }) {
  const store = useStore();
  const { words, language } = useWords();
  const { level, reasons } = place.confidence;
  const further = reasons.filter(({ code }) => code === 'suspended' || !SAID_BY_OPEN_LINE.includes(code));
  return (
    <section class={`detail-section confidence confidence-${level}`}>
      <h3>{words.confidenceHeading}</h3>
      {further.length === 0 ? (
        <p class="confidence-level">{CONFIDENCE_WORDS[level][language]}</p>
      ) : (
        <ul>
          {further.map((reason) => (
            <li key={JSON.stringify(reason)}>
              {reasonPhrase(reason, place.properties.kind, store.now.value, language)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

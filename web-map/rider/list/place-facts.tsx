import { CATEGORY_WORDS, TIER_WORDS } from '../../../shared/labels/place-words.ts';
import type { RankedPlace } from '../../../shared/place/rank.ts';
import { tagOfText } from '../../i18n/language.ts';
import { isSuspended, nameOf, openLine, reasonPhrase } from '../../i18n/place-phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { useStore, useWords } from '../store-context.ts';

type Properties = RankedPlace['place']['properties'];

/** A place's name, marked as Chinese where the page speaks English and the name does not. */
export function PlaceName({ place }: { place: Pick<Properties, 'name' | 'nameEn'> }) {
  const { language } = useWords();
  const name = nameOf(place, language);
  return (
    <span class="place-name" lang={tagOfText(name, language)}>
      {name}
    </span>
  );
}

/** A place's tier, or else what it is. */
export function CategoryTag({ place }: { place: Pick<Properties, 'tier' | 'category'> }) {
  const { language } = useWords();
  return place.tier ? (
    <Tag kind="warm">{TIER_WORDS[place.tier][language]}</Tag>
  ) : (
    <Tag>{CATEGORY_WORDS[place.category][language]}</Tag>
  );
}

/** What a place is called, what it is, and whether it is only an example. */
export function NameAndTags({ place }: { place: Properties }) {
  const { words } = useWords();
  return (
    <>
      <PlaceName place={place} />
      <CategoryTag place={place} />
      {place.illustrative && <Tag kind="sample">{words.illustrativeShort}</Tag>}
    </>
  );
}

/** Open or not, until when, and why that may be wrong, in one line. */
export function OpenAndSure({ ranked }: { ranked: RankedPlace }) {
  const store = useStore();
  const { language } = useWords();
  const { properties } = ranked.place;
  const now = store.now.value;
  const status = isSuspended(properties, now) ? 'suspended' : ranked.openState.status;
  const reason = ranked.confidence.reasons.find(({ code }) => !SAID_BY_OPEN_LINE.includes(code));
  return (
    <span class="open-and-sure">
      <span class={`open-line open-${status}`}>{openLine(properties, ranked.openState, now, language)}</span>{' '}
      {reason && (
        <span class="sure-line">
          {reasonPhrase(reason, properties.kind, now, language, { isBrief: true })}
        </span>
      )}
    </span>
  );
}

/** Reasons of the arrival confidence that the line about the hours says already. */
export const SAID_BY_OPEN_LINE: readonly string[] = [
  'open',
  'closing_soon',
  'closed',
  'retired',
  'suspended',
  'hours_unknown',
];

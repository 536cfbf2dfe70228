import { KIND_WORDS } from '../../../shared/labels/place-words.ts';
import type { AmenityCode } from '../../../shared/place/amenity.ts';
import type { Kind } from '../../../shared/place/kind.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { iconOf } from '../../ui/icons/icon-of.ts';
import { toggled } from '../state/toggled.ts';
import { useStore, useWords } from '../store-context.ts';

/** What riders need most often, by its short name. */
const QUICK: readonly [AmenityCode, QuickWord][] = [
  ['phone_charging', 'phoneChargingShort'],
  ['microwave', 'microwaveShort'],
  ['drinking_water', 'drinkingWaterShort'],
  ['toilet', 'toiletShort'],
  ['air_conditioning', 'airConditioningShort'],
];
type QuickWord =
  | 'phoneChargingShort'
  | 'microwaveShort'
  | 'drinkingWaterShort'
  | 'toiletShort'
  | 'airConditioningShort';

const KINDS = Object.keys(KIND_WORDS) as Kind[];

/** The filters used most, in a row that scrolls sideways, and the way to all of them. */
export function FilterChips() {
  const store = useStore();
  const { words, language } = useWords();
  const { openNow, roundTheClock, kinds, amenities } = store.url.value;
  const count = store.filterCount.value;
  return (
    <div class="filter-bar">
      <fieldset class="filter-chips" aria-label={words.filters}>
        <Chip isOn={openNow} onToggle={() => store.change({ openNow: !openNow })}>
          {words.openNow}
        </Chip>
        {QUICK.map(([code, word]) => (
          <Chip
            key={code}
            icon={iconOf(code)}
            isOn={amenities.includes(code)}
            onToggle={() => store.change({ amenities: toggled(amenities, code) })}
          >
            {words[word]}
          </Chip>
        ))}
        <Chip isOn={roundTheClock} onToggle={() => store.change({ roundTheClock: !roundTheClock })}>
          {words.roundTheClock}
        </Chip>
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            isOn={kinds.includes(kind)}
            onToggle={() => store.change({ kinds: toggled(kinds, kind) })}
          >
            {KIND_WORDS[kind][language]}
          </Chip>
        ))}
      </fieldset>
      <button
        type="button"
        class="filter-more"
        aria-label={count > 0 ? `${words.moreFilters}, ${words.activeFilters(count)}` : words.moreFilters}
        onClick={() => store.open({ panel: 'filters' })}
      >
        <Icon id="filter" />
        {count > 0 && <span class="filter-count">{count}</span>}
      </button>
    </div>
  );
}

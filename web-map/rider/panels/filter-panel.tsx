import { AMENITY_WORDS, CATEGORY_WORDS, KIND_WORDS } from '../../../shared/labels/place-words.ts';
import type { AmenityCode } from '../../../shared/place/amenity.ts';
import { CATEGORIES_OF_KIND } from '../../../shared/place/categories-of-kind.ts';
import type { Kind } from '../../../shared/place/kind.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { iconOf } from '../../ui/icons/icon-of.ts';
import { Panel } from '../../ui/panel.tsx';
import { toggled } from '../state/toggled.ts';
import { useStore, useWords } from '../store-context.ts';

const AMENITIES = Object.keys(AMENITY_WORDS) as AmenityCode[];
const KINDS = Object.keys(KIND_WORDS) as Kind[];

/** Every filter there is. Each takes effect at once; the button below says how much is left. */
export function FilterPanel() {
  const store = useStore();
  const { words, language } = useWords();
  const { openNow, roundTheClock, kinds, categories, amenities } = store.url.value;
  const close = () => store.close('panel');
  const count = store.shownCount.value;
  return (
    <Panel
      title={words.filters}
      closeLabel={words.close}
      onClose={close}
      footer={
        <>
          <Button isDisabled={store.filterCount.value === 0} onClick={store.clearFilters}>
            {words.clearFilters}
          </Button>
          <Button kind="primary" onClick={close}>
            {count > 0 ? words.showResults(count) : words.noneWithFilters}
          </Button>
        </>
      }
    >
      <fieldset class="filter-group">
        <legend>{words.whenOpen}</legend>
        <Chip isOn={openNow} onToggle={() => store.change({ openNow: !openNow })}>
          {words.openNow}
        </Chip>
        <Chip isOn={roundTheClock} onToggle={() => store.change({ roundTheClock: !roundTheClock })}>
          {words.roundTheClock}
        </Chip>
      </fieldset>
      <fieldset class="filter-group">
        <legend>
          {words.whatEquipment}
          <small class="filter-note">{words.allEquipmentNote}</small>
        </legend>
        {AMENITIES.map((code) => (
          <Chip
            key={code}
            icon={iconOf(code)}
            isOn={amenities.includes(code)}
            onToggle={() => store.change({ amenities: toggled(amenities, code) })}
          >
            {AMENITY_WORDS[code][language]}
          </Chip>
        ))}
      </fieldset>
      {KINDS.map((kind) => (
        <fieldset class="filter-group" key={kind}>
          <legend>{KIND_WORDS[kind][language]}</legend>
          <Chip isOn={kinds.includes(kind)} onToggle={() => store.change({ kinds: toggled(kinds, kind) })}>
            {words.allOfKind(KIND_WORDS[kind][language])}
          </Chip>
          {CATEGORIES_OF_KIND[kind].map((category) => (
            <Chip
              key={category}
              icon={iconOf(category)}
              isOn={categories.includes(category)}
              onToggle={() => store.change({ categories: toggled(categories, category) })}
            >
              {CATEGORY_WORDS[category][language]}
            </Chip>
          ))}
        </fieldset>
      ))}
    </Panel>
  );
}

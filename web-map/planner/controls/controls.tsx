import { computed } from '@preact/signals';
import type { DemandLayer } from '../../../shared/area/area.ts';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_GROUPS } from '../../../shared/coverage/coverage-class.ts';
import { countedLayers } from '../../../shared/coverage/layer-demand.ts';
import { DEMAND_LAYER_WORDS } from '../../../shared/labels/area-words.ts';
import { CATEGORIES_OF_KIND } from '../../../shared/place/categories-of-kind.ts';
import { AreaKindChoice } from '../parts/area-kind-choice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { narrow, url } from '../state/address.ts';
import { choose } from '../state/chosen.ts';
import { data } from '../state/data-store.ts';
import { classWord } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { HourControl } from './hour-control.tsx';
import { LayerControl } from './layer-control.tsx';
import { ReachControl } from './reach-control.tsx';
import { WayControl } from './way-control.tsx';

const layersCounted = computed(() => countedLayers(data.value?.areas ?? [], data.value?.buildings ?? []));

/** What is asked: which class, how far, by which way, when, for whom, at which level. */
export function Controls() {
  const { words, language } = useWords();
  const { class: chosenClass, demand, areaKind } = url.value;
  const counted = layersCounted.value;
  return (
    <section class="controls" aria-label={words.controls}>
      <SelectField
        label={words.class}
        value={chosenClass}
        onChange={(code) => narrow({ class: code as FacilityClass })}
      >
        <optgroup label={words.groups}>
          {COVERAGE_GROUPS.map((code) => (
            <option key={code} value={code}>
              {classWord(code, language)}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.categories}>
          {Object.values(CATEGORIES_OF_KIND)
            .flat()
            .map((code) => (
              <option key={code} value={code}>
                {classWord(code, language)}
              </option>
            ))}
        </optgroup>
      </SelectField>
      <HourControl />
      <ReachControl />
      <WayControl />
      <SelectField
        label={words.people}
        value={demand}
        onChange={(code) => narrow({ demand: code as DemandLayer })}
      >
        {DEMAND_LAYERS.map((code) => (
          <option key={code} value={code} disabled={counted.size > 0 && !counted.has(code)}>
            {DEMAND_LAYER_WORDS[code][language]}
          </option>
        ))}
      </SelectField>
      <div class="control">
        <p class="control-label">{words.areaKind}</p>
        <AreaKindChoice
          chosen={areaKind}
          onChoose={(code) => {
            choose(undefined);
            narrow({ areaKind: code });
          }}
        />
      </div>
      <LayerControl />
    </section>
  );
}

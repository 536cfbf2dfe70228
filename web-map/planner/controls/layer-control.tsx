import { narrow, url } from '../state/address.ts';
import { data } from '../state/data-store.ts';
import { LAYERS, type MapLayer } from '../state/url-state.ts';
import { useWords } from '../words/use-words.ts';

/** Buildings are there only where somebody loaded some. */
const isThere = (layer: MapLayer): boolean =>
  layer !== 'buildings' || (data.value?.buildings.length ?? 0) > 0;

/** What the map shows. */
export function LayerControl() {
  const { words } = useWords();
  const shown = url.value.layers;
  return (
    <fieldset class="control layer-control">
      <legend class="control-label">{words.layers}</legend>
      {LAYERS.filter(isThere).map((layer) => (
        <label key={layer} class="check-row">
          <input
            type="checkbox"
            checked={shown.includes(layer)}
            onChange={({ currentTarget }) =>
              narrow({
                layers: LAYERS.filter((each) =>
                  each === layer ? currentTarget.checked : shown.includes(each),
                ),
              })
            }
          />
          {words.layer[layer]}
        </label>
      ))}
    </fieldset>
  );
}
